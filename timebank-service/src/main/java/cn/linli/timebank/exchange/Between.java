package cn.linli.timebank.exchange;

import cn.linli.events.timebank.ClearingEvent;
import cn.linli.events.timebank.ExchangeEvent.MatchProposed;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.casework.Banking.Seen;
import cn.linli.timebank.casework.PairCases;
import cn.linli.timebank.clearing.Agreed;
import cn.linli.timebank.domain.clearing.Clearing;
import cn.linli.timebank.domain.clearing.Pair;
import java.util.List;

/**
 * The communities of both sides of a match. Where they differ (通存通兑) the agreed minutes take room
 * under the limit of the two from the last yes on, so whoever helps is paid whatever others do
 * meanwhile.
 *
 * @param from of who is served
 * @param to of who helps
 */
record Between(String from, String to) {

  boolean crosses() {
    return !from.equals(to);
  }

  /** Nothing: they are the same. */
  List<StreamId> streams() {
    return crosses() ? List.of(PairCases.stream(from, to)) : List.of();
  }

  /** Whether both communities honour each other's minutes. */
  static boolean isCleared(String one, String other, Seen seen) {
    return Agreed.limit(seen.schemes().of(one), seen.schemes().of(other)).isPresent();
  }

  Decision<ClearingEvent> reserve(MatchProposed match, Seen seen) {
    return Agreed.limit(seen.schemes().of(from), seen.schemes().of(to))
        .map(limit -> Clearing.reserve(pair(seen), leg(match), limit))
        .orElseGet(() -> Decision.refuse("other-community"));
  }

  List<Change> settle(MatchProposed match, int minutes, Seen seen) {
    return crosses()
        ? List.of(changed(Clearing.settle(pair(seen), leg(match), minutes)))
        : List.of();
  }

  List<Change> release(MatchProposed match, Seen seen) {
    return crosses() ? List.of(changed(Clearing.release(pair(seen), leg(match)))) : List.of();
  }

  private Change changed(ClearingEvent event) {
    return new Change(PairCases.stream(from, to), List.of(event));
  }

  private Pair pair(Seen seen) {
    return seen.state(PairCases.stream(from, to), Pair.class);
  }

  private Clearing.Leg leg(MatchProposed it) {
    return new Clearing.Leg(from, to, it.match(), it.minutes(), it.recipient(), it.provider());
  }
}
