package cn.linli.timebank.activities;

import cn.linli.platform.casework.Recorded;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.web.InDivision;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the actions of this capability are told. {@code account}: id of a volunteer's passbook. */
public final class Bodies {

  public static final String WORD = "[a-z][a-z0-9-]{0,63}";
  static final int PLACES_MAX = 200;
  static final int MINUTES_MAX = 24 * 60;
  private static final int HEADS_MAX = 10_000;
  private static final int FEW = 20;

  private Bodies() {}

  /**
   * @param needed confirmations until it has done what it is for; null: one
   * @param minutesCap of each volunteer; null: the scheme's cap of a session
   * @param risk insured volunteers of age only; null: as the catalogue says
   * @param skill that must have been shown; null: as the catalogue says
   * @param coOrganisers codes of organisations that organise it too
   * @param ownCheck whether volunteers may check in by themselves; null: yes
   */
  record Publish(
      @NotNull DivisionCode division,
      @NotBlank @Size(max = 100) String title,
      @NotBlank @Pattern(regexp = WORD) String service,
      @NotNull Instant startsAt,
      @NotNull Instant endsAt,
      @NotNull @Min(1) @Max(PLACES_MAX) Integer places,
      @Nullable @Min(1) @Max(PLACES_MAX) Integer needed,
      @Nullable @Min(1) @Max(MINUTES_MAX) Integer minutesCap,
      @Nullable Boolean risk,
      @Nullable @Pattern(regexp = WORD) String skill,
      @Nullable @Size(max = FEW) List<@NotNull @Pattern(regexp = WORD) String> coOrganisers,
      @Nullable Boolean ownCheck,
      @Nullable @Size(max = FEW) List<@NotNull @Pattern(regexp = WORD) String> topics)
      implements InDivision {}

  /** {@code guardianConsent}: to this very activity, where the volunteer is a minor. */
  record SignUp(
      @NotBlank @Size(max = 40) String account,
      @Nullable @Valid Recorded guardianConsent,
      @Nullable @Valid Recorded recordedOnBehalf) {}

  record Leave(
      @NotBlank @Size(max = 40) String account, @Nullable @Valid Recorded recordedOnBehalf) {}

  /**
   * @param code that the organiser tells on the spot
   * @param at when it was, where the organiser writes it down afterwards
   * @param evidence what shows it then
   */
  record Check(
      @NotBlank @Size(max = 40) String account,
      @Nullable @Size(max = 10) String code,
      @Nullable Instant at,
      @Nullable @Size(min = 1, max = 500) String evidence) {}

  record Confirm(
      @NotBlank @Size(max = 40) String account,
      @NotNull @Min(1) @Max(MINUTES_MAX) Integer minutes) {}

  record NoShow(@NotBlank @Size(max = 40) String account) {}

  record Heads(@NotNull @Min(0) @Max(HEADS_MAX) Integer heads) {}

  /** {@code code}: why. */
  record Cancel(@NotBlank @Pattern(regexp = WORD) String code) {}
}
