package cn.linli.platform.search;

import cn.linli.platform.vault.Sketch;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * A segment: some thousand texts, turned by 90 degrees. Row by row it says which of them have a bit
 * of the sketch, which lie in an area, when each was received, and which each is. A row's name goes
 * before the segment's number, so one row of all segments is one range of the collection.
 */
final class Rows {

  static final String COLLECTION = "search";

  static final String BITS = "w";
  private static final String STREAMS = "i";
  private static final String BETWEEN_STREAMS = "\n";

  private static final String RECEIVED_ROW = "r";
  private static final String STREAMS_ROW = "i";
  private static final char BEFORE_NUMBER = '/';
  private static final char PAST_NUMBERS = BEFORE_NUMBER + 1;
  private static final int NUMBER_DIGITS = 8;

  private Rows() {}

  static String bit(int bit) {
    return "b%03x".formatted(bit);
  }

  static String id(String row, int segment) {
    return "%s%c%08x".formatted(row, BEFORE_NUMBER, segment);
  }

  static String receivedId(int segment) {
    return id(RECEIVED_ROW, segment);
  }

  static String streamsId(int segment) {
    return id(STREAMS_ROW, segment);
  }

  static List<String> bitIds(int segment) {
    var ids = new ArrayList<String>(Sketch.BITS);
    for (int bit = 0; bit < Sketch.BITS; bit++) {
      ids.add(id(bit(bit), segment));
    }
    return ids;
  }

  /** Which bit the row of an {@code _id} is for. */
  static int bitOf(String id) {
    return Integer.parseInt(id.substring(1, id.indexOf(BEFORE_NUMBER)), 16);
  }

  static int segmentOf(String id) {
    return Integer.parseInt(id.substring(id.length() - NUMBER_DIGITS), 16);
  }

  static boolean isRow(String id) {
    return id.indexOf(BEFORE_NUMBER) == id.length() - NUMBER_DIGITS - 1;
  }

  static boolean isReceived(String id) {
    return isRow(id) && id.startsWith(RECEIVED_ROW + BEFORE_NUMBER);
  }

  /** One row of all segments. */
  static Document range(String row) {
    return new Document(
        "_id", new Document("$gte", row + BEFORE_NUMBER).append("$lt", row + PAST_NUMBERS));
  }

  static Document receivedRange() {
    return range(RECEIVED_ROW);
  }

  /** The documents of a segment, its texts in the order of (received, stream). */
  static List<Document> of(int segment, List<Entry> texts) {
    var entries = new ArrayList<>(texts);
    entries.sort(Comparator.comparing(Entry::place, ListOrder.OLDEST_FIRST.places()));
    int width = (entries.size() + Byte.SIZE - 1) / Byte.SIZE;
    var rows = new TreeMap<String, byte[]>();
    var bits = new byte[Sketch.BITS][];
    var received = ByteBuffer.allocate(entries.size() * Long.BYTES);
    for (int column = 0; column < entries.size(); column++) {
      Entry entry = entries.get(column);
      received.putLong(entry.place().receivedMillis());
      for (String area : entry.areas()) {
        set(rows.computeIfAbsent(area, it -> new byte[width]), column);
      }
      for (int bit : setBits(entry.sketch())) {
        bits[bit] = bits[bit] == null ? new byte[width] : bits[bit];
        set(bits[bit], column);
      }
    }
    for (int bit = 0; bit < Sketch.BITS; bit++) {
      if (bits[bit] != null) {
        rows.put(bit(bit), bits[bit]);
      }
    }
    var documents = new ArrayList<Document>(rows.size() + 2);
    rows.forEach((row, set) ->
        documents.add(new Document("_id", id(row, segment)).append(BITS, new Binary(set))));
    documents.add(
        new Document("_id", receivedId(segment)).append(BITS, new Binary(received.array())));
    documents.add(
        new Document("_id", streamsId(segment))
            .append(
                STREAMS,
                entries.stream()
                    .map(it -> it.place().stream())
                    .collect(Collectors.joining(BETWEEN_STREAMS))));
    return documents;
  }

  /** Of the row that says which each is. One text is read ten times as fast as a thousand. */
  static List<String> streams(Document row) {
    return List.of(row.getString(STREAMS).split(BETWEEN_STREAMS));
  }

  static byte[] bits(Document row) {
    return row.get(BITS, Binary.class).getData();
  }

  /** Of the row that says when each was received: milliseconds, ascending. */
  static long[] received(Document row) {
    var buffer = ByteBuffer.wrap(bits(row)).asLongBuffer();
    var received = new long[buffer.remaining()];
    buffer.get(received);
    return received;
  }

  /** Which bits a sketch has. Most of a short text's bytes have none. */
  static int[] setBits(byte[] sketch) {
    return BitSet.valueOf(sketch).stream().toArray();
  }

  static boolean isSet(byte[] row, int column) {
    return (row[column / Byte.SIZE] & 1 << column % Byte.SIZE) != 0;
  }

  static void set(byte[] row, int column) {
    row[column / Byte.SIZE] |= (byte) (1 << column % Byte.SIZE);
  }

  static void clear(byte[] row, int column) {
    row[column / Byte.SIZE] &= (byte) ~(1 << column % Byte.SIZE);
  }
}
