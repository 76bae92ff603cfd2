package cn.linli.platform.search;

import cn.linli.platform.commit.StateStore;
import cn.linli.platform.vault.Sketch;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Proves that every text can be found and that nothing is left of an erased one. Can run beside
 * commands: what looks wrong is looked at once more. Memory: one segment, and eight bytes a text.
 */
final class SearchAudit {

  private static final int WRONG_MAX = 1_000;
  private static final int STATES_PER_BATCH = 1_000;
  private static final int HASHES_MIN = 1_024;

  /**
   * What was found.
   *
   * @param built false: segments are being made, lists are walked through meanwhile
   * @param texts not erased
   * @param segments how many
   * @param missing the first 1,000 streams whose text a search would not find
   * @param left the first 1,000 streams whose erased text left bits in a segment
   */
  record Report(boolean built, long texts, int segments, List<String> missing, List<String> left) {}

  private final Segments segments;
  private final MongoCollection<Document> notes;
  private final MongoCollection<Document> states;

  SearchAudit(MongoClient client, MongoDatabase database) {
    this.segments = new Segments(client, database);
    this.notes = WordIndex.majority(database, NewEntries.COLLECTION);
    this.states = WordIndex.majority(database, StateStore.COLLECTION);
  }

  Report run() {
    var found = new Hashes();
    var left = new HashSet<String>();
    for (Document note : notes.find()) {
      NewEntries.brought(note).forEach(it -> found.add(it.place().stream()));
    }
    List<Integer> numbers = segments.numbers();
    for (int number : numbers) {
      look(number, found, left);
    }
    found.sort();
    long texts = 0;
    var missing = new HashSet<String>();
    for (Document state :
        states
            .find(Filters.exists(ListOrder.SKETCH))
            .projection(Projections.include("_id"))
            .batchSize(STATES_PER_BATCH)) {
      texts++;
      if (!found.has(state.getString("_id")) && missing.size() < WRONG_MAX) {
        missing.add(state.getString("_id"));
      }
    }
    missing.removeIf(this::isFound);
    left.removeIf(this::isClean);
    return new Report(
        segments.builtSince() >= 0,
        texts,
        numbers.size(),
        missing.stream().sorted().toList(),
        left.stream().sorted().toList());
  }

  /** Compares every column of a segment with the state it came from. */
  private void look(int number, Hashes found, Set<String> left) {
    Document named = segments.rows().find(Filters.eq("_id", Rows.streamsId(number))).first();
    if (named == null) {
      return; // removed meanwhile
    }
    List<String> streams = Rows.streams(named);
    byte[][] sketches = sketches(number, streams.size());
    Map<String, byte[]> stored = stored(streams);
    for (int column = 0; column < sketches.length; column++) {
      String stream = streams.get(column);
      byte[] sketch = stored.get(stream);
      if (sketch == null) {
        if (Candidates.count(sketches[column]) > 0 && left.size() < WRONG_MAX) {
          left.add(stream);
        }
      } else if (Arrays.equals(sketch, sketches[column])) {
        found.add(stream);
      }
    }
  }

  private byte[][] sketches(int number, int columns) {
    var sketches = new byte[columns][Sketch.BITS / Byte.SIZE];
    for (Document row : segments.rows().find(Segments.in(Rows.bitIds(number)))) {
      int bit = Rows.bitOf(row.getString("_id"));
      byte[] bits = Rows.bits(row);
      for (int column = 0; column < columns; column++) {
        if (Rows.isSet(bits, column)) {
          Rows.set(sketches[column], bit);
        }
      }
    }
    return sketches;
  }

  private Map<String, byte[]> stored(List<String> streams) {
    var stored = new HashMap<String, byte[]>();
    for (Document state :
        states.find(Filters.in("_id", streams)).projection(Projections.include(ListOrder.SKETCH))) {
      Binary sketch = state.get(ListOrder.SKETCH, Binary.class);
      if (sketch != null) {
        stored.put(state.getString("_id"), sketch.getData());
      }
    }
    return stored;
  }

  private @Nullable Document state(String stream) {
    return states
        .find(Filters.eq("_id", stream))
        .projection(Projections.include(ListOrder.RECEIVED, ListOrder.SKETCH))
        .first();
  }

  private boolean isFound(String stream) {
    Document state = state(stream);
    if (state == null || !state.containsKey(ListOrder.SKETCH)) {
      return true; // erased meanwhile
    }
    byte[] sketch = state.get(ListOrder.SKETCH, Binary.class).getData();
    return notes.find(Filters.eq(NewEntries.STREAMS, stream)).first() != null
        || columns(stream, state).stream().anyMatch(it -> Arrays.equals(sketch, it));
  }

  /** An erasure that its leader has not come to yet is no fault. */
  private boolean isClean(String stream) {
    Document state = state(stream);
    return state == null
        || notes.find(Filters.eq(NewEntries.GONE, stream)).first() != null
        || columns(stream, state).stream().allMatch(it -> Candidates.count(it) == 0);
  }

  private List<byte[]> columns(String stream, Document state) {
    var columns = new ArrayList<byte[]>();
    segments
        .find(List.of(NewEntries.place(stream, state)))
        .forEach((number, spots) -> {
          int width = spots.keySet().stream().mapToInt(it -> it + 1).max().orElse(0);
          byte[][] sketches = sketches(number, width);
          spots.keySet().forEach(column -> columns.add(sketches[column]));
        });
    return columns;
  }

  /** Which streams were seen: 64 bits of each. */
  private static final class Hashes {
    private long[] hashes = new long[HASHES_MIN];
    private int size;

    void add(String stream) {
      if (size == hashes.length) {
        hashes = Arrays.copyOf(hashes, size * 2);
      }
      hashes[size++] = hash(stream);
    }

    void sort() {
      Arrays.sort(hashes, 0, size);
    }

    boolean has(String stream) {
      return Arrays.binarySearch(hashes, 0, size, hash(stream)) >= 0;
    }

    /** FNV-1a over the characters. */
    private static long hash(String stream) {
      long hash = 0xcbf29ce484222325L;
      for (int i = 0; i < stream.length(); i++) {
        hash = (hash ^ stream.charAt(i)) * 0x100000001b3L;
      }
      return hash;
    }
  }
}
