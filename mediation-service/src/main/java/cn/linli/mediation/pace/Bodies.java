package cn.linli.mediation.pace;

import cn.linli.events.WireName;
import cn.linli.events.mediation.PaceEvent.Basis;
import cn.linli.platform.casework.Recorded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the actions of this capability are told. {@code party}: its number; null: the one that the
 * token speaks for. {@code recordedOnBehalf}: evidence, where a mediator writes it down.
 */
final class Bodies {

  private static final String PARTY = "p[0-9]{1,2}";

  private Bodies() {}

  /**
   * @param receivedAt when a mediator signed for it
   * @param court the court and its case
   */
  record CourtReceipt(
      @NotNull Procedure procedure,
      @NotNull Instant receivedAt,
      @NotBlank @Size(max = 200) String court) {}

  /** How a court hands over: before filing, or after it in the ordinary or summary procedure. */
  enum Procedure implements WireName {
    APPOINTED(Basis.COURT_APPOINTED),
    ORDINARY(Basis.COURT_ENTRUSTED),
    SUMMARY(Basis.COURT_ENTRUSTED_SUMMARY);

    private final Basis basis;

    Procedure(Basis basis) {
      this.basis = basis;
    }

    Basis basis() {
      return basis;
    }
  }

  record Extend(
      @NotNull Instant until,
      @NotBlank @Size(max = 500) String reason,
      @Nullable @Pattern(regexp = PARTY) String party,
      @Nullable @Valid Recorded recordedOnBehalf) {}

  record Answer(
      @NotNull Boolean given,
      @Nullable @Pattern(regexp = PARTY) String party,
      @Nullable @Valid Recorded recordedOnBehalf) {}

  /**
   * @param reason a code, for instance {@code no-agreement}; other words stay in the vault and
   *     count as that
   * @param note more about it
   */
  record Fail(
      @NotBlank @Size(max = 2_000) String reason, @Nullable @Size(max = 5_000) String note) {}
}
