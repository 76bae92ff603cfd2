package cn.linli.mediation.confirmation;

import cn.linli.platform.casework.Recorded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the actions of this capability are told. */
final class Bodies {

  private Bodies() {}

  /**
   * @param court all parties name the same one
   * @param party whose call it is; absent: the token's own
   * @param recordedOnBehalf evidence of the party's consent, where a mediator writes it down
   */
  record Apply(
      @NotBlank @Size(max = 100) String court,
      @Nullable @Pattern(regexp = "p[0-9]{1,2}") String party,
      @Nullable @Valid Recorded recordedOnBehalf) {}

  /**
   * @param caseNumber the court's (调确字)
   * @param reason why it did not confirm
   */
  record Decide(
      @NotNull Boolean confirmed,
      @Nullable @Size(max = 100) String caseNumber,
      @Nullable @Size(max = 2_000) String reason) {}
}
