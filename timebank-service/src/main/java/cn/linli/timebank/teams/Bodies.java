package cn.linli.timebank.teams;

import static cn.linli.timebank.activities.Bodies.WORD;

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
import org.jspecify.annotations.Nullable;

/** What the actions of this capability are told. {@code account}: id of a volunteer's passbook. */
final class Bodies {

  static final int SHIFTS_MAX = 62;
  private static final int PLACES_MAX = 200;
  private static final int HOURS_MAX = 24;

  private Bodies() {}

  /**
   * @param kind patrol · legal-education · mass-prevention · kitchen · culture · sport · relief ·
   *     tutoring · unit · other
   * @param lead account of who leads it; null: the house of the place does
   */
  record Form(
      @NotNull DivisionCode division,
      @NotBlank @Size(max = 100) String name,
      @NotBlank @Pattern(regexp = WORD) String kind,
      @Nullable @Size(max = 40) String lead)
      implements InDivision {}

  record Join(
      @NotBlank @Size(max = 40) String account, @Nullable @Valid Recorded recordedOnBehalf) {}

  record Leave(@NotBlank @Size(max = 40) String account) {}

  /**
   * Shifts at the same hour.
   *
   * @param firstStartsAt of the first
   * @param minutes how long each is
   * @param everyDays days from one to the next
   * @param count how many; 1: a single one
   */
  record Plan(
      @NotBlank @Size(max = 100) String title,
      @NotBlank @Pattern(regexp = WORD) String service,
      @NotNull Instant firstStartsAt,
      @NotNull @Min(1) @Max(HOURS_MAX * 60) Integer minutes,
      @NotNull @Min(1) @Max(31) Integer everyDays,
      @NotNull @Min(1) @Max(SHIFTS_MAX) Integer count,
      @NotNull @Min(1) @Max(PLACES_MAX) Integer places,
      @Nullable @Min(1) @Max(HOURS_MAX * 60) Integer minutesCap) {}

  record Declare(
      @NotBlank @Size(max = 40) String account, @NotBlank @Pattern(regexp = WORD) String skill) {}

  /** {@code evidence}: what was seen, a training or a paper. */
  record Show(
      @NotBlank @Size(max = 40) String account,
      @NotBlank @Pattern(regexp = WORD) String skill,
      @NotBlank @Size(max = 500) String evidence) {}
}
