package cn.linli.timebank.clearing;

import cn.linli.events.timebank.ClearingEvent;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.journal.History;
import cn.linli.timebank.casework.PairCases;
import cn.linli.timebank.casework.Versions;
import cn.linli.timebank.domain.clearing.Pair;
import java.time.Instant;
import java.util.List;

/**
 * Where a pair stood at an instant: each of its events tells the sums after it, so one document of
 * the journal is enough and it is found by halving.
 */
final class PairBook {

  private final History history;

  PairBook(History history) {
    this.history = history;
  }

  /** As after the last event before {@code when}. */
  Pair before(Stored<Pair> stored, Instant when) {
    StreamId stream = PairCases.stream(stored.state().low(), stored.state().high());
    long last = Versions.before(history, stream, stored.version(), when);
    if (last == 0) {
      return Pair.NONE;
    }
    List<? extends ClearingEvent> events =
        history.events(stream, ClearingEvent.class, last - 1, 1).stream()
            .map(it -> it.event())
            .toList();
    return Pair.NONE.evolve(events.getLast(), when);
  }
}
