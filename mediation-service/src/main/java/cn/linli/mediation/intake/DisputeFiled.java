package cn.linli.mediation.intake;

import cn.linli.events.WireName;
import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.DisputeSource;
import cn.linli.events.mediation.PartyRole;
import cn.linli.events.mediation.PartyType;
import cn.linli.platform.casework.Recorded;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.web.InDivision;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is filed.
 *
 * @param level {@code building}: to the peacemakers of the building before any committee; null:
 *     where a building lead files, there, else to the committee of the place
 * @param recordedOnBehalf what shows that the applicants asked for it, where staff file for them
 */
record DisputeFiled(
    @NotNull DivisionCode division,
    @NotNull DisputeKind kind,
    @NotBlank @Size(max = 200) String title,
    @NotBlank @Size(max = 20_000) String facts,
    @NotNull DisputeSource source,
    @NotEmpty @Size(max = 50) List<@Valid @NotNull Side> parties,
    @NotEmpty @Size(max = 200) List<@Valid @NotNull Asks> claims,
    @Nullable First level,
    @Nullable @Size(max = 20) List<@NotBlank @Size(max = 64) String> attachments,
    @Nullable @Valid Recorded recordedOnBehalf)
    implements InDivision {

  private static final String PARTY = "p[0-9]{1,2}";

  /** Ten billion yuan. */
  private static final long FEN_MAX = 1_000_000_000_000L;

  /** Where a dispute may be taken before the committee. */
  enum First implements WireName {
    BUILDING,
    COMMITTEE
  }

  /** A party; its number is its place in the list, {@code p1} the first. */
  record Side(
      @NotBlank @Size(max = 100) String name,
      @NotNull PartyRole role,
      @Nullable PartyType type,
      @Nullable @Size(max = 40) String phone,
      @Nullable @Size(max = 100) String representative,
      @Nullable @Pattern(regexp = "[a-z][a-z0-9-]{0,63}") String organisation) {}

  /** {@code by} and {@code against} name parties by number. */
  record Asks(
      @NotNull @Pattern(regexp = PARTY) String by,
      @NotEmpty @Size(max = 49) List<@NotNull @Pattern(regexp = PARTY) String> against,
      @NotBlank @Size(max = 2_000) String content,
      @Nullable @Min(0) @Max(FEN_MAX) Long amountFen) {}
}
