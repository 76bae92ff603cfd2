package cn.linli.mediation.domain;

import org.jspecify.annotations.Nullable;

/**
 * What capabilities keep of a dispute, a nullable component for each, null until it is needed.
 *
 * <p>A capability adds a record of its own ({@code Panel}, {@code Hearings}, {@code Limit}, {@code
 * Risk}, {@code Accords}, {@code HandOvers}), a component here, and one {@code with}.
 *
 * @param waits limits of what somebody has to say before mediation begins
 * @param handOvers claims that went elsewhere
 */
public record Proceedings(@Nullable Waits waits, @Nullable HandOvers handOvers) {

  static final Proceedings NONE = new Proceedings(null, null);

  Proceedings with(@Nullable Waits newWaits) {
    return new Proceedings(newWaits, handOvers);
  }

  Proceedings with(HandOvers newHandOvers) {
    return new Proceedings(waits, newHandOvers);
  }
}
