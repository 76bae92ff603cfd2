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
 * @param hearings how it is talked over
 * @param limit how long it may take
 * @param risk how much it asks for attention
 * @param endNotice what the parties were told when it ended without an agreement
 * @param panel who mediates
 */
public record Proceedings(
    @Nullable Waits waits,
    @Nullable HandOvers handOvers,
    @Nullable Hearings hearings,
    @Nullable Limit limit,
    @Nullable Risk risk,
    @Nullable EndNotice endNotice,
    @Nullable Panel panel) {

  static final Proceedings NONE = new Proceedings(null, null, null, null, null, null, null);

  Proceedings with(@Nullable Waits newWaits) {
    return new Proceedings(newWaits, handOvers, hearings, limit, risk, endNotice, panel);
  }

  Proceedings with(HandOvers newHandOvers) {
    return new Proceedings(waits, newHandOvers, hearings, limit, risk, endNotice, panel);
  }

  Proceedings with(Hearings newHearings) {
    return new Proceedings(waits, handOvers, newHearings, limit, risk, endNotice, panel);
  }

  Proceedings with(@Nullable Limit newLimit) {
    return new Proceedings(waits, handOvers, hearings, newLimit, risk, endNotice, panel);
  }

  Proceedings with(Risk newRisk) {
    return new Proceedings(waits, handOvers, hearings, limit, newRisk, endNotice, panel);
  }

  Proceedings with(EndNotice newEndNotice) {
    return new Proceedings(waits, handOvers, hearings, limit, risk, newEndNotice, panel);
  }

  Proceedings with(Panel newPanel) {
    return new Proceedings(waits, handOvers, hearings, limit, risk, endNotice, newPanel);
  }
}
