package cn.linli.gateway.views.frames;

import cn.linli.platform.fold.GenerationProgress;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fresh one service's share of a frame is.
 *
 * @param state {@code live}, {@code behind} by more than 10 s, {@code stopped} with an alarm,
 *     {@code starting} before anything was folded
 * @param asOf all that the service had published then is counted
 * @param alarm why it stands still
 */
public record Part(
    String service,
    String state,
    @Nullable Instant asOf,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String alarm) {

  private static final Duration BEHIND = Duration.ofSeconds(10);

  static Part of(String service, @Nullable GenerationProgress progress, Instant now) {
    if (progress == null || progress.asOf().equals(Instant.EPOCH)) {
      return new Part(service, "starting", null, progress == null ? null : progress.alarm());
    }
    String state =
        progress.alarm() != null
            ? "stopped"
            : progress.asOf().plus(BEHIND).isBefore(now) ? "behind" : "live";
    return new Part(service, state, progress.asOf(), progress.alarm());
  }
}
