package cn.linli.mediation.claims;

import cn.linli.events.mediation.Support;
import cn.linli.platform.casework.Recorded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the actions of this capability are told. */
final class Bodies {

  private Bodies() {}

  /**
   * @param plan only with {@code supported: no}; null there: the reason is explained by who judged
   */
  record Assess(
      @NotNull Support supported,
      @NotBlank @Size(max = 5_000) String reason,
      @Nullable @Valid Plan plan) {}

  /**
   * @param what is explained
   * @param by whom
   * @param at when at the latest
   */
  record Plan(
      @NotBlank @Size(max = 2_000) String what,
      @NotBlank @Size(max = 100) String by,
      @NotNull Instant at) {}

  /**
   * @param understood whether who raised it leaves it at that; null: they did not say
   */
  record Explained(@NotBlank @Size(max = 5_000) String note, @Nullable Boolean understood) {}

  /**
   * @param party its number; null: the one that the token speaks for
   * @param recordedOnBehalf evidence, where a mediator writes it down
   */
  record Withdraw(
      @Nullable @Pattern(regexp = "p[0-9]{1,2}") String party,
      @Nullable @Valid Recorded recordedOnBehalf) {}
}
