package cn.linli.platform.reconcile;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;

import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.division.DivisionCode;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/**
 * Counts the events of the journal that were committed on one day, by district. Reads the journal
 * itself, so it takes as long as the journal is: an operator's command, not a screen's.
 */
public final class Committed {

  /** The stamp's path, in JSON that our own codec wrote. */
  private static final String PATH = "\"path\":[";

  private final MongoCollection<Document> journal;
  private final ZoneId zone;

  public Committed(MongoDatabase database, ZoneId zone) {
    this.journal =
        database.getCollection(JournalEntry.COLLECTION).withReadConcern(ReadConcern.MAJORITY);
    this.zone = zone;
  }

  /** District to number of events. */
  public Map<String, Long> on(LocalDate day) {
    var from = Date.from(day.atStartOfDay(zone).toInstant());
    var to = Date.from(day.plusDays(1).atStartOfDay(zone).toInstant());
    var counts = new TreeMap<String, Long>();
    for (var entry : journal.find(and(gte("at", from), lt("at", to))).projection(include("e.d"))) {
      for (var event : entry.getList("e", Document.class)) {
        counts.merge(District.of(division(event.getString("d"))), 1L, Long::sum);
      }
    }
    return counts;
  }

  /** The last code of the path; no other field of an event is called so. */
  static String division(String json) {
    int start = json.lastIndexOf(PATH);
    int end = start < 0 ? -1 : json.indexOf(']', start);
    int last = end < 0 ? -1 : json.lastIndexOf('"', end - 2);
    return end < 0 || last < start ? DivisionCode.UNKNOWN : json.substring(last + 1, end - 1);
  }
}
