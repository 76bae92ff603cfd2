package cn.linli.platform.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import cn.linli.events.Event;
import cn.linli.events.Recorded;
import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StreamId;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** What happened in one stream, from the journal. */
public final class History {

  /** Documents of one page. */
  public static final int PAGE_MAX = 500;

  private static final long LAST_VERSION = 9_999_999_999L;

  private final MongoCollection<Document> journal;
  private final Kinds kinds;

  public History(MongoDatabase database, Kinds kinds) {
    this.journal =
        database.getCollection(JournalEntry.COLLECTION).withReadConcern(ReadConcern.MAJORITY);
    this.kinds = kinds;
  }

  /**
   * Documents after a version, oldest first.
   *
   * @param limit at most {@value #PAGE_MAX}
   */
  public List<JournalEntry> entries(StreamId stream, long afterVersion, int limit) {
    var entries = new ArrayList<JournalEntry>();
    var range =
        and(
            eq("s", stream.toString()),
            gt("_id", JournalEntry.id(stream, afterVersion)),
            lte("_id", JournalEntry.id(stream, LAST_VERSION)));
    for (Document document :
        journal.find(range).sort(Sorts.ascending("_id")).limit(Math.min(limit, PAGE_MAX))) {
      entries.add(JournalEntry.fromDocument(document));
    }
    return entries;
  }

  /**
   * Documents of a stream, read once.
   *
   * @param version of the last of them
   * @param last whether there are no more
   */
  public record Page<E extends Event>(List<Recorded<E>> events, long version, boolean last) {}

  /** The same, decoded. */
  public <E extends Event> Page<E> page(
      StreamId stream, Class<E> type, long afterVersion, int limit) {
    var codec = kinds.of(stream).eventsOf(type);
    var entries = entries(stream, afterVersion, limit);
    return new Page<>(
        entries.stream().flatMap(entry -> entry.recorded(codec).stream()).toList(),
        entries.isEmpty() ? afterVersion : entries.getLast().version(),
        entries.size() < limit);
  }

  /** Their events alone. */
  public <E extends Event> List<Recorded<E>> events(
      StreamId stream, Class<E> type, long afterVersion, int limit) {
    return page(stream, type, afterVersion, limit).events();
  }
}
