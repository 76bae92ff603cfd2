package cn.linli.timebank.reversals;

import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.ClearingEvent.Cleared;
import cn.linli.platform.access.Caller;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.StreamId;
import cn.linli.timebank.casework.Banking.Seen;
import cn.linli.timebank.casework.PairCases;
import cn.linli.timebank.casework.Reach;
import cn.linli.timebank.casework.ReversalCases;
import cn.linli.timebank.domain.clearing.Clearing;
import cn.linli.timebank.domain.clearing.Pair;
import cn.linli.timebank.ledger.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line and what its correction touches.
 *
 * @param other account whose line goes back with it; null: none
 * @param cleared what the stream of two communities says of it; null: it stayed in one
 * @param pools take what a passbook can't hold
 */
record Target(
    Entry entry,
    Posted line,
    @Nullable String other,
    @Nullable Cleared cleared,
    List<String> pools) {

  Target {
    pools = List.copyOf(pools);
  }

  List<String> accounts() {
    return Stream.concat(Stream.of(entry.account(), other).filter(Objects::nonNull), pools.stream())
        .distinct()
        .toList();
  }

  /** Whether somebody would confirm what becomes of their own passbook. */
  boolean isOf(Caller caller, Seen seen) {
    return accounts().stream().anyMatch(id -> Reach.isHolder(seen.account(id), caller));
  }

  /**
   * The community that gave what an order paid for, and whose people say whether it was given. Of
   * what somebody there received the line itself is theirs, and so are both who take it back: null.
   */
  @Nullable String giver() {
    return cleared == null || cleared.receiver() != null ? null : cleared.to();
  }

  /** Of the correction itself, and of the two communities it lies between. */
  List<StreamId> streams() {
    var all = new ArrayList<>(List.of(ReversalCases.stream(entry)));
    if (cleared != null) {
      all.add(pair(cleared));
    }
    return all;
  }

  /** What the two communities owe each other without the line; nothing: it stayed in one. */
  Change[] clearedBack(Seen seen) {
    if (cleared == null) {
      return new Change[0];
    }
    var leg =
        new Clearing.Leg(
            cleared.from(),
            cleared.to(),
            entry.id(),
            Math.abs(line.amount()),
            cleared.payer() == null ? entry.account() : cleared.payer(),
            cleared.receiver());
    Pair now = seen.state(pair(cleared), Pair.class);
    return new Change[] {new Change(pair(cleared), List.of(Clearing.takeBack(now, leg)))};
  }

  private static StreamId pair(Cleared cleared) {
    return PairCases.stream(cleared.from(), cleared.to());
  }
}
