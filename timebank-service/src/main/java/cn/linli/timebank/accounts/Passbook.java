package cn.linli.timebank.accounts;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.Held;
import cn.linli.events.timebank.AccountEvent.HoldReleased;
import cn.linli.events.timebank.AccountEvent.HoldSettled;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.journal.History;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Page;
import cn.linli.platform.web.Position;
import cn.linli.platform.web.Query;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Reach;
import cn.linli.timebank.casework.Versions;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Balance;
import cn.linli.timebank.ledger.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of a passbook and what it was at any time, from the journal. */
final class Passbook {

  /** Documents read at once while one unit's lines are looked for. */
  private static final int BATCH = 200;

  private final CaseStates<Account> states;
  private final History history;
  private final Kinds kinds;

  Passbook(CaseStates<Account> states, History history, Kinds kinds) {
    this.states = states;
    this.history = history;
    this.kinds = kinds;
  }

  /** Both units at an instant. */
  record Then(Balance minutes, Balance points) {}

  /** A line and the version of the document it stands in. */
  private record Line(EntryReply entry, long version) {}

  /** Lines of a unit, oldest first. */
  @Nullable Page<EntryReply> entries(Query<NoBody> query) {
    StreamId stream = AccountCases.fromPath(query.path("id"));
    if (Reach.open(states.find(stream), query.caller()).isEmpty()) {
      return null;
    }
    Unit unit = query.oneOf("unit", Unit.class).orElse(Unit.MINUTES);
    long[] after = query.after().map(Passbook::position).orElse(new long[] {1, 0});
    var lines = new ArrayList<Line>();
    long version = after[0] - 1;
    int read;
    do {
      List<JournalEntry> batch = history.entries(stream, version, BATCH);
      for (JournalEntry document : batch) {
        version = document.version();
        for (EntryReply entry : lines(document, unit)) {
          if (entry.seq() > after[1]) {
            lines.add(new Line(entry, document.version()));
          }
        }
      }
      read = batch.size();
    } while (lines.size() <= query.limit() && read == BATCH);
    List<Line> upToOneMore = lines.subList(0, Math.min(lines.size(), query.limit() + 1));
    Page<Line> page =
        query.page(
            upToOneMore,
            it -> new Position(it.entry().at(), it.version() + "." + it.entry().seq()));
    return new Page<>(page.items().stream().map(Line::entry).toList(), page.next());
  }

  private static long[] position(Position after) {
    String[] parts = after.id().split("\\.");
    return new long[] {Long.parseLong(parts[0]), Long.parseLong(parts[1])};
  }

  private List<EntryReply> lines(JournalEntry document, Unit unit) {
    return events(document).stream()
        .filter(Posted.class::isInstance)
        .map(Posted.class::cast)
        .filter(posted -> posted.unit() == unit)
        .map(posted ->
            EntryReply.of(posted, Entry.parse(posted.entry()).orElseThrow().seq(), document.at()))
        .toList();
  }

  private List<AccountEvent> events(JournalEntry document) {
    var codec = kinds.of(AccountCases.stream(document.stream().key())).eventsOf(AccountEvent.class);
    return document.recorded(codec).stream().<AccountEvent>map(it -> it.event()).toList();
  }

  /**
   * What a passbook was at an instant: what its last version until then says of a unit is in the
   * last line of that unit.
   *
   * @param version of the account now
   */
  Then at(StreamId stream, Account now, long version, Instant at) {
    long then = Versions.upTo(history, stream, version, at);
    return new Then(
        balance(stream, then, now, Unit.MINUTES), balance(stream, then, now, Unit.POINTS));
  }

  private Balance balance(StreamId stream, long version, Account now, Unit unit) {
    if (now.balance(unit).seq() == 0) {
      return Balance.ZERO; // never any, so neither then
    }
    Long held = null;
    for (long to = version; to > 0; to -= BATCH) {
      long from = Math.max(0, to - BATCH);
      List<JournalEntry> batch = history.entries(stream, from, (int) (to - from));
      for (JournalEntry document : batch.reversed()) {
        for (AccountEvent event : events(document).reversed()) {
          if (event instanceof Posted it && it.unit() == unit) {
            long seq = Entry.parse(it.entry()).orElseThrow().seq();
            return new Balance(it.balance(), held == null ? it.held() : held, seq, it.hash());
          }
          held = held == null ? held(event, unit) : held;
        }
      }
    }
    return Balance.ZERO;
  }

  /** What an event that is no line says is held; null: nothing. */
  private static @Nullable Long held(AccountEvent event, Unit unit) {
    return switch (event) {
      case Held it when it.unit() == unit -> it.held();
      case HoldSettled it when it.unit() == unit -> it.held();
      case HoldReleased it when it.unit() == unit -> it.held();
      default -> null;
    };
  }
}
