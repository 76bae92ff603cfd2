package cn.linli.gateway.views.frames;

import cn.linli.platform.fold.GenerationProgress;
import cn.linli.platform.fold.GenerationState;
import cn.linli.platform.fold.Generations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which generation readers see and how far it is; asked anew at most twice a second. */
public final class LiveGeneration {

  private static final Duration KEPT = Duration.ofMillis(500);

  /** Nothing was folded yet: readers find no cells. */
  private static final String NONE = "0";

  private record Kept(Now now, Instant until) {}

  /**
   * @param name of the generation
   * @param progress null before its folder ran
   */
  public record Now(String name, @Nullable GenerationProgress progress) {}

  private final Generations generations;
  private final Clock clock;
  private volatile @Nullable Kept kept;

  public LiveGeneration(Generations generations, Clock clock) {
    this.generations = generations;
    this.clock = clock;
  }

  public Now now() {
    Instant now = clock.instant();
    Kept last = kept;
    if (last != null && now.isBefore(last.until())) {
      return last.now();
    }
    Optional<GenerationState> state = generations.state();
    var fresh =
        state
            .map(it -> new Now(it.live(), generations.progress(it.live()).orElse(null)))
            .orElse(new Now(NONE, null));
    kept = new Kept(fresh, now.plus(KEPT));
    return fresh;
  }
}
