package cn.linli.mediation.consent;

import cn.linli.events.mediation.PartyType;
import cn.linli.platform.casework.Recorded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the actions of this capability are told. {@code party}: its number; null: the one that the
 * token speaks for. {@code recordedOnBehalf}: evidence, where a mediator writes it down.
 */
final class Bodies {

  private static final String PARTY = "p[0-9]{1,2}";

  private Bodies() {}

  record Consent(
      @NotNull Boolean given,
      @Nullable @Pattern(regexp = PARTY) String party,
      @Nullable @Valid Recorded recordedOnBehalf) {}

  record Leave(
      @NotBlank @Size(max = 500) String reason,
      @Nullable @Pattern(regexp = PARTY) String party,
      @Nullable @Valid Recorded recordedOnBehalf) {}

  record Withdraw(
      @Nullable @Pattern(regexp = PARTY) String party,
      @Nullable @Valid Recorded recordedOnBehalf) {}

  record Named(
      @NotBlank @Size(max = 100) String name,
      @Nullable PartyType type,
      @Nullable @Size(max = 40) String phone,
      @Nullable @Size(max = 100) String representative,
      @Nullable @Pattern(regexp = "[a-z][a-z0-9-]{0,63}") String organisation) {}

  record Join(@NotBlank @Size(max = 40) String code) {}
}
