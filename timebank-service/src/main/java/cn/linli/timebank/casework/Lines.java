package cn.linli.timebank.casework;

import cn.linli.events.Recorded;
import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.ClearingEvent;
import cn.linli.events.timebank.ClearingEvent.Cleared;
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

  /** A line by its id. Passbooks are read from the start: few have many lines. */
  public Optional<Line> find(Entry entry) {
    StreamId stream = AccountCases.stream(entry.account());
    long version = 0;
    List<JournalEntry> documents;
    do {
      documents = history.entries(stream, version, History.PAGE_MAX);
      for (JournalEntry document : documents) {
        version = document.version();
        for (Line line : lines(document)) {
          if (line.event() instanceof Posted it && it.entry().equals(entry.id())) {
            return Optional.of(line);
          }
        }
      }
    } while (documents.size() == History.PAGE_MAX);
    return Optional.empty();
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
