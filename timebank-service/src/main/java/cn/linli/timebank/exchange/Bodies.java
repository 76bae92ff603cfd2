package cn.linli.timebank.exchange;

import static cn.linli.timebank.activities.Bodies.WORD;

import cn.linli.platform.casework.Recorded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the actions of this capability are told. {@code account}: id of a passbook. */
final class Bodies {

  private static final int MINUTES_MAX = 12 * 60;

  private Bodies() {}

  /**
   * @param minutes it may take at most; they are held when somebody is found
   * @param until when it is too late
   * @param words what it is about
   */
  record FileNeed(
      @NotBlank @Size(max = 40) String account,
      @NotBlank @Pattern(regexp = WORD) String service,
      @NotNull @Min(1) @Max(MINUTES_MAX) Integer minutes,
      @NotNull Instant until,
      @NotBlank @Size(max = 1_000) String words,
      @Nullable @Valid Recorded recordedOnBehalf) {}

  /** {@code fromPool}: the pool pays for a priority elder; null: no. */
  record Audit(@Nullable Boolean fromPool) {}

  record Refuse(@NotBlank @Pattern(regexp = WORD) String code) {}

  record MakeOffer(
      @NotBlank @Size(max = 40) String account,
      @NotEmpty @Size(max = 20) List<@NotNull @Pattern(regexp = WORD) String> services,
      @Nullable @Size(max = 1_000) String words,
      @Nullable @Valid Recorded recordedOnBehalf) {}

  /**
   * @param provider account of who would do it
   * @param offer theirs; null: they just say so
   */
  record Propose(
      @NotBlank @Size(max = 40) String need,
      @NotBlank @Size(max = 40) String provider,
      @Nullable @Size(max = 40) String offer,
      @Nullable @Valid Recorded guardianConsent) {}

  record Agree(@Nullable @Valid Recorded recordedOnBehalf) {}

  record Deliver(@NotNull Instant began, @NotNull Instant ended) {}

  record Confirm(@NotNull @Min(1) @Max(MINUTES_MAX) Integer minutes) {}
}
