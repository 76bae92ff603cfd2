package cn.linli.mediation.risk;

import cn.linli.events.mediation.DangerSign;
import cn.linli.platform.casework.StreamName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the actions of this capability are told. */
final class Bodies {

  private Bodies() {}

  /** All signs that hold now; none: the danger is over. */
  record Danger(
      @NotNull @Size(max = 6) Set<@NotNull DangerSign> signs,
      @NotBlank @Size(max = 5_000) String note) {}

  /** {@code dispute}: id of an earlier one of the same sides. */
  record Repeat(@NotBlank @Pattern(regexp = StreamName.ID) String dispute) {}

  /**
   * @param body code of the station or bureau
   * @param reportedAt when it was told; null: now
   */
  record PoliceReport(
      @NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{0,63}(@[0-9]{2,15})?") String body,
      @Nullable Instant reportedAt,
      @NotBlank @Size(max = 5_000) String note) {}
}
