package cn.linli.mediation.panel;

import cn.linli.events.mediation.Mechanism;
import cn.linli.mediation.casework.MediatorCases;
import cn.linli.platform.casework.Recorded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a panel. {@code party}: its number; null: the one that the token speaks for.
 * {@code recordedOnBehalf}: evidence, where a mediator writes it down.
 */
final class Bodies {

  private static final String PARTY = "p[0-9]{1,2}";
  private static final int SEATS_MAX = 21;

  private Bodies() {}

  /**
   * @param mediators ids on the roster; who leads comes first
   */
  record Appoint(
      @NotEmpty @Size(max = SEATS_MAX)
          List<@NotNull @Pattern(regexp = MediatorCases.ID) String> mediators,
      @NotNull Mechanism mechanism) {}

  record Choose(
      @NotNull @Size(max = SEATS_MAX)
          List<@NotNull @Pattern(regexp = MediatorCases.ID) String> mediators,
      @Nullable @Pattern(regexp = PARTY) String party,
      @Nullable @Valid Recorded recordedOnBehalf) {}

  /**
   * @param reason nobody has to give one
   */
  record Refuse(
      @NotNull @Pattern(regexp = MediatorCases.ID) String refused,
      @Nullable @Size(max = 2_000) String reason,
      @Nullable @Pattern(regexp = PARTY) String party,
      @Nullable @Valid Recorded recordedOnBehalf) {}

  record Recuse(
      @NotNull @Pattern(regexp = MediatorCases.ID) String seated,
      @NotBlank @Size(max = 2_000) String reason) {}

  /**
   * @param left who sits or sat in the seat
   * @param successor who takes it
   */
  record Replace(
      @NotNull @Pattern(regexp = MediatorCases.ID) String left,
      @NotNull @Pattern(regexp = MediatorCases.ID) String successor) {}
}
