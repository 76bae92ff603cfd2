package cn.linli.timebank.casework;

import cn.linli.events.Recorded;
import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.ClearingEvent;
import cn.linli.events.timebank.ClearingEvent.Cleared;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.journal.History;
import cn.linli.timebank.ledger.Counter;
import cn.linli.timebank.ledger.Entry;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds lines of passbooks in the journal; what is written there never changes. */
public final class Lines {

  private final MongoDatabase database;
  private final History history;
  private final Kinds kinds;

  public Lines(MongoDatabase database, Kinds kinds) {
    this.database = database;
    this.history = new History(database, kinds);
    this.kinds = kinds;
  }

  /**
   * @param command that made it: the lines of one transaction have the same
   */
  public record Line(AccountEvent event, long version, Instant at, String command) {}

  /** What one command did to an account. */
  public List<Line> of(StreamId account, long version) {
    return history.entries(account, version - 1, 1).stream()
        .filter(document -> document.version() == version)
        .flatMap(document -> lines(document).stream())
        .toList();
  }

  /** Documents that are read through; of more, the half is found that has the line. */
  static final int READ_THROUGH = 64;

  /** Documents a step reads at first to come upon a line of the unit. */
  private static final int STEP = 16;

  /**
   * A line by its id. Numbers of a unit ascend with versions, so it is found by halving: some 16
   * documents for each step, the logarithm of the passbook's length of them. Where long stretches
   * have no line of the unit those are read, each document once: never more than the passbook.
   *
   * @param version of the account now
   */
  public Optional<Line> find(Entry entry, long version) {
    StreamId stream = AccountCases.stream(entry.account());
    long low = 0;
    long high = version;
    while (high - low > READ_THROUGH) {
      long middle = low + (high - low) / 2;
      Line next = next(stream, entry.unit(), middle, high);
      if (next == null || number(next) > entry.seq()) {
        high = middle;
      } else {
        low = next.version() - 1;
        if (number(next) == entry.seq()) {
          return Optional.of(next);
        }
      }
    }
    return history.entries(stream, low, (int) (high - low)).stream()
        .flatMap(document -> lines(document).stream())
        .filter(line -> line.event() instanceof Posted it && it.entry().equals(entry.id()))
        .findFirst();
  }

  /** The first line of a unit in versions behind one, up to another; null: there is none. */
  private @Nullable Line next(StreamId stream, Unit unit, long after, long upTo) {
    long from = after;
    for (int step = STEP; from < upTo; step = Math.min(2 * step, History.PAGE_MAX)) {
      var documents = history.entries(stream, from, (int) Math.min(step, upTo - from));
      if (documents.isEmpty()) {
        return null;
      }
      for (JournalEntry document : documents) {
        for (Line line : lines(document)) {
          if (line.event() instanceof Posted it && it.unit() == unit) {
            return line;
          }
        }
      }
      from = documents.getLast().version();
    }
    return null;
  }

  private static long number(Line line) {
    return Entry.parse(((Posted) line.event()).entry()).orElseThrow().seq();
  }

  /**
   * The line on the other side of one between two passbooks.
   *
   * @param account whose line it is
   * @param other on the other side; between communities both lines name their clearing account
   */
  public Optional<Line> mirror(String account, String other, Line line) {
    var posted = (Posted) line.event();
    StreamId there = AccountCases.stream(other);
    String counter =
        posted.counter().equals(there.toString())
            ? AccountCases.stream(account).toString()
            : posted.counter();
    return written(there, line.command()).stream()
        .flatMap(document -> lines(document).stream())
        .filter(it ->
            it.event() instanceof Posted found
                && found.unit() == posted.unit()
                && found.amount() == -posted.amount()
                && found.counter().equals(counter))
        .findFirst();
  }

  /** What the stream of two communities says of a line against their clearing account. */
  public Optional<Cleared> cleared(Line line) {
    return Counter.communities(((Posted) line.event()).counter())
        .flatMap(it -> written(PairCases.stream(it.from(), it.to()), line.command()))
        .flatMap(document ->
            document.recorded(kinds.of(document.stream()).eventsOf(ClearingEvent.class)).stream()
                .map(Recorded::event)
                .filter(Cleared.class::isInstance)
                .map(Cleared.class::cast)
                .findFirst());
  }

  /** What a command wrote in a stream: by the index that guards it. */
  private Optional<JournalEntry> written(StreamId stream, String command) {
    return Optional.ofNullable(
            database
                .getCollection(JournalEntry.COLLECTION)
                .withReadConcern(ReadConcern.MAJORITY)
                .find(Filters.and(Filters.eq("s", stream.toString()), Filters.eq("c", command)))
                .first())
        .map(JournalEntry::fromDocument);
  }

  private List<Line> lines(JournalEntry document) {
    var codec = kinds.of(document.stream()).eventsOf(AccountEvent.class);
    return document.recorded(codec).stream()
        .map(it -> new Line(it.event(), document.version(), document.at(), document.command()))
        .toList();
  }
}
