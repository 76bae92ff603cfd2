package cn.linli.platform.search;

import cn.linli.platform.search.ListOrder.Place;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Which texts may contain a query: of each segment the rows of the query's bits, laid over one
 * another; of what is too new for a segment each sketch by itself. What is new is read first: a
 * text that moves into a segment meanwhile is seen at least once.
 */
final class WordIndex {

  static final String BUILT = "built";

  /** More bits than these hardly tell more: what is found is read in any case. */
  private static final int BITS_MAX = 12;

  /** New texts that may contain the query; more than these are a list to walk through. */
  private static final int NEW_MAX = 20_000;

  private static final int ROWS_PER_FETCH = 100_000;
  private static final long READ_SECONDS_MAX = 8;

  private final MongoCollection<Document> notes;
  private final MongoCollection<Document> rows;

  WordIndex(MongoDatabase database) {
    this.notes = majority(database, NewEntries.COLLECTION);
    this.rows = majority(database, Rows.COLLECTION);
  }

  static MongoCollection<Document> majority(MongoDatabase database, String name) {
    return database
        .getCollection(name)
        .withReadConcern(ReadConcern.MAJORITY)
        .withReadPreference(ReadPreference.primary());
  }

  /** What of one segment is left, row by row. */
  private static final class Overlay {
    private byte[] columns = new byte[0];
    private int rows;

    void lay(byte[] row) {
      if (rows == 0) {
        columns = row;
      } else {
        for (int i = 0; i < columns.length; i++) {
          columns[i] &= row[i];
        }
      }
      rows++;
    }
  }

  /**
   * Of one area, {@code ""} for everywhere. Empty if the index can't tell: it is not built yet, or
   * nobody has made segments for long.
   */
  Optional<Candidates> candidates(byte[] query, String area) {
    var young = new ArrayList<Place>();
    for (Document note : notes.find().maxTime(READ_SECONDS_MAX, TimeUnit.SECONDS)) {
      young.addAll(NewEntries.matching(note, query, area));
      if (young.size() > NEW_MAX) {
        return Optional.empty();
      }
    }
    var names = rowNames(query, area);
    var ranges = new ArrayList<Bson>(names.stream().map(Rows::range).toList());
    ranges.add(Filters.eq("_id", BUILT));
    boolean built = false;
    var overlays = new TreeMap<Integer, Overlay>();
    for (Document row :
        rows.find(Filters.or(ranges))
            .batchSize(ROWS_PER_FETCH)
            .maxTime(READ_SECONDS_MAX, TimeUnit.SECONDS)) {
      String id = row.getString("_id");
      if (id.equals(BUILT)) {
        built = true;
      } else {
        overlays.computeIfAbsent(Rows.segmentOf(id), it -> new Overlay()).lay(Rows.bits(row));
      }
    }
    var segments = new TreeMap<Integer, byte[]>();
    overlays.forEach((segment, overlay) -> {
      if (overlay.rows == names.size() && Candidates.count(overlay.columns) > 0) {
        segments.put(segment, overlay.columns);
      }
    });
    return built ? Optional.of(new Candidates(rows, young, segments)) : Optional.empty();
  }

  /** Spread over the query's bits where it has more than are worth reading. */
  private static List<String> rowNames(byte[] query, String area) {
    int[] bits = Rows.setBits(query);
    var names = new ArrayList<String>();
    int used = Math.min(BITS_MAX, bits.length);
    for (int i = 0; i < used; i++) {
      names.add(Rows.bit(bits[i * bits.length / used]));
    }
    if (!area.isEmpty()) {
      names.add(area);
    }
    return names;
  }
}
