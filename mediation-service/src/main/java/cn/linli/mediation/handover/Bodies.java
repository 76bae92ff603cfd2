package cn.linli.mediation.handover;

import cn.linli.events.mediation.Pathway;
import cn.linli.events.mediation.ReceiptState;
import cn.linli.platform.casework.Recorded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the actions of this capability are told. */
final class Bodies {

  private static final String CODE = "[a-z0-9][a-z0-9-]{0,63}";

  private Bodies() {}

  /**
   * @param body code of who takes the claims over; absent: whom the catalogue names
   * @param arbitrationAgreed the parties agreed in writing to arbitrate
   * @param actKnownOn when a party learnt of the administrative act that is to be reviewed
   * @param recordedOnBehalf what shows who wished it, where a mediator calls
   */
  record HandOver(
      @NotNull Pathway pathway,
      @Nullable @Pattern(regexp = CODE) String body,
      @NotEmpty @Size(max = 200) List<@NotBlank @Size(max = 8) String> claims,
      @Nullable Boolean arbitrationAgreed,
      @Nullable LocalDate actKnownOn,
      @Nullable @Valid Recorded recordedOnBehalf) {}

  /**
   * @param manifestSha256 of the bundle as it arrived; absent: not compared
   */
  record Receipt(
      @NotNull ReceiptState state,
      @Nullable @Size(max = 2_000) String note,
      @Nullable @Pattern(regexp = "[0-9a-f]{64}") String manifestSha256) {}
}
