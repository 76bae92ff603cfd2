package cn.linli.timebank.projects;

import static cn.linli.timebank.activities.Bodies.WORD;

import cn.linli.events.WireName;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.web.InDivision;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the actions of this capability are told. */
final class Bodies {

  private Bodies() {}

  /** Who may claim. */
  enum ClaimKind implements WireName {
    ACCOUNT,
    TEAM,
    UNIT
  }

  /** How it ended. */
  enum Outcome implements WireName {
    DONE,
    PARTLY,
    DROPPED
  }

  /** {@code petition}: id of the request behind it, for instance one a building lead whistled. */
  record Publish(
      @NotNull DivisionCode division,
      @NotBlank @Size(max = 100) String title,
      @NotBlank @Size(max = 2_000) String words,
      @NotBlank @Pattern(regexp = WORD) String service,
      @Nullable @Pattern(regexp = "[0-9a-z]{26}") String petition)
      implements InDivision {}

  /** {@code claimant}: id of the passbook, the team or the unit. */
  record Claim(@NotNull ClaimKind kind, @NotBlank @Size(max = 40) String claimant) {}

  record Progress(
      @NotNull @Min(0) @Max(100) Integer percent, @NotBlank @Size(max = 2_000) String words) {}

  record Close(@NotNull Outcome outcome, @NotBlank @Size(max = 2_000) String words) {}
}
