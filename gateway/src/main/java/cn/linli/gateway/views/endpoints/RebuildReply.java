package cn.linli.gateway.views.endpoints;

import cn.linli.platform.fold.GenerationState;
import cn.linli.platform.fold.Generations;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a rebuild is.
 *
 * @param state {@code idle}, {@code requested}, {@code building}
 * @param applied records the new generation has folded, of {@code total} that the live one has
 * @param passed records that could not be counted in the live one
 */
public record RebuildReply(
    String state,
    @Nullable String live,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant startedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant switchedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long applied,
    long total,
    long passed) {

  static RebuildReply of(Generations generations) {
    return generations
        .state()
        .map(state -> of(state, generations))
        .orElse(new RebuildReply("idle", null, null, null, null, null, 0, 0));
  }

  private static RebuildReply of(GenerationState state, Generations generations) {
    var live = generations.progress(state.live());
    Long applied =
        state.next() == null
            ? null
            : generations.progress(state.next()).map(next -> next.records()).orElse(0L);
    return new RebuildReply(
        state.next() != null ? "building" : state.rebuildWanted() ? "requested" : "idle",
        state.live(),
        state.next(),
        state.next() == null ? null : state.startedAt(),
        state.switchedAt(),
        applied,
        live.map(progress -> progress.records()).orElse(0L),
        live.map(progress -> progress.poisons()).orElse(0L));
  }
}
