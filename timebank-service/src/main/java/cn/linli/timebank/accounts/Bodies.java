package cn.linli.timebank.accounts;

import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.FreezeCause;
import cn.linli.events.timebank.RelationKind;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.web.InDivision;
import cn.linli.timebank.casework.AccountCases;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is said about accounts. */
final class Bodies {

  private static final int YEAR_MIN = 1900;
  private static final int YEAR_MAX = 2100;

  /** Nobody grants more at once: a hundred hours. */
  private static final int GRANT_MAX = 600_000;

  private Bodies() {}

  /**
   * @param guardian a minor's guardian's account
   * @param consent how the guardian consented
   */
  record Open(
      @NotNull @Valid Holder holder,
      @NotNull AccountKind kind,
      @NotNull DivisionCode division,
      @Nullable @Pattern(regexp = AccountCases.ID) String guardian,
      @Nullable @Size(max = 500) String consent)
      implements InDivision {}

  /**
   * @param birthYear absent: of age
   * @param account whose calls are the holder's: subject of their tokens; a resident is their own
   */
  record Holder(
      @NotBlank @Size(max = 50) String name,
      @Nullable @Min(YEAR_MIN) @Max(YEAR_MAX) Integer birthYear,
      @Nullable @Size(max = 20) String phone,
      @Nullable @Size(max = 200) String account) {}

  /**
   * @param guardian account of who answers for a minor from now on
   * @param consent how they consented
   */
  record Guard(
      @NotNull @Pattern(regexp = AccountCases.ID) String guardian,
      @NotBlank @Size(max = 500) String consent) {}

  /**
   * @param into passbook that stays
   * @param evidence what shows that both are one person's
   */
  record Join(
      @NotNull @Pattern(regexp = AccountCases.ID) String into,
      @NotBlank @Size(max = 500) String evidence) {}

  record Relate(
      @NotNull @Pattern(regexp = AccountCases.ID) String account,
      @NotNull RelationKind kind,
      @NotBlank @Size(max = 500) String evidence) {}

  record Unrelate(@NotNull @Pattern(regexp = AccountCases.ID) String account) {}

  record Readiness(@NotNull Boolean insured, @NotNull Boolean trained) {}

  /**
   * @param evidence why this account: an elder in need, a public fund
   * @param pool community whose pool gives; absent: the caller's own
   */
  record Grant(
      @NotNull Unit unit,
      @NotNull @Min(1) @Max(GRANT_MAX) Long amount,
      @NotBlank @Size(max = 500) String evidence,
      @Nullable DivisionCode pool) {}

  record Freeze(@NotNull FreezeCause cause, @NotBlank @Size(max = 500) String reason) {}

  record Because(@NotBlank @Size(max = 500) String reason) {}

  /**
   * @param heir a lineal relative's account
   */
  record Succeed(
      @NotNull @Pattern(regexp = AccountCases.ID) String heir,
      @NotBlank @Size(max = 500) String evidence) {}
}
