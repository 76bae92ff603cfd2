package cn.linli.platform.fold;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which generations of a view there are.
 *
 * @param live the one that readers see
 * @param liveVersion version of the fold that built it
 * @param next the one being built beside it
 * @param startedAt when building it began
 * @param rebuildWanted somebody asked for a rebuild that the leader has not begun
 */
public record GenerationState(
    String live,
    int liveVersion,
    @Nullable String next,
    @Nullable Instant startedAt,
    @Nullable Instant switchedAt,
    boolean rebuildWanted,
    List<Retired> retired) {

  /** Kept until {@code dropAt} for those who still read it, then dropped. */
  public record Retired(String generation, Instant dropAt) {}
}
