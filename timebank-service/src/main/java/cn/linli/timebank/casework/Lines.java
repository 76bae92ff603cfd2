package cn.linli.timebank.casework;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.journal.History;
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

  /** The line on the other side of one between two passbooks. */
  public Optional<Line> mirror(String account, Line line) {
    var posted = (Posted) line.event();
    var document =
        database
            .getCollection(JournalEntry.COLLECTION)
            .withReadConcern(ReadConcern.MAJORITY)
            .find(Filters.and(Filters.eq("s", posted.counter()), Filters.eq("c", line.command())))
            .first();
    return document == null
        ? Optional.empty()
        : lines(JournalEntry.fromDocument(document)).stream()
            .filter(it ->
                it.event() instanceof Posted other
                    && other.unit() == posted.unit()
                    && other.amount() == -posted.amount()
                    && other.counter().equals(AccountCases.KIND + ":" + account))
            .findFirst();
  }

  private List<Line> lines(JournalEntry document) {
    var codec = kinds.of(document.stream()).eventsOf(AccountEvent.class);
    return document.recorded(codec).stream()
        .map(it -> new Line(it.event(), document.version(), document.at(), document.command()))
        .toList();
  }
}
