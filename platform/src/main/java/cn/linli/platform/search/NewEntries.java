package cn.linli.platform.search;

import cn.linli.platform.commit.BatchNotes;
import cn.linli.platform.search.ListOrder.Place;
import cn.linli.platform.vault.Sketch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * The notes of batches: which texts they brought and which they erased. A text stands here from its
 * commit until the transaction that moves it into a segment, so it is always in one of the two. One
 * that was moved to another division is noted again; standing twice harms nothing.
 */
final class NewEntries implements BatchNotes {

  static final String COLLECTION = "search_new";

  static final String COUNT = "n";
  static final String STREAMS = "i";

  /** Of erased texts; there only if there are any. */
  static final String GONE = "g";

  private static final String RECEIVED = "r";
  private static final String DIVISIONS = "d";
  private static final String SKETCHES = "s";
  private static final String GONE_RECEIVED = "gr";
  private static final int SKETCH_BYTES = Sketch.BITS / Byte.SIZE;

  @Override
  public String collection() {
    return COLLECTION;
  }

  @Override
  public Optional<Document> of(List<Fields> changes) {
    var brought = new ArrayList<Entry>();
    var gone = new ArrayList<Place>();
    for (Fields change : changes) {
      Document before = change.before();
      Document now = change.now();
      if (!now.containsKey(ListOrder.RECEIVED)) {
        continue;
      }
      if (now.containsKey(ListOrder.SKETCH)) {
        if (before == null || differs(before, now)) {
          brought.add(entry(change.stream().toString(), now));
        }
      } else if (before == null || before.containsKey(ListOrder.SKETCH)) {
        gone.add(place(change.stream().toString(), now));
      }
    }
    return brought.isEmpty() && gone.isEmpty()
        ? Optional.empty()
        : Optional.of(document(brought, gone));
  }

  private static boolean differs(Document before, Document now) {
    return !Objects.equals(before.get(ListOrder.SKETCH), now.get(ListOrder.SKETCH))
        || !Objects.equals(before.get(ListOrder.DIVISION), now.get(ListOrder.DIVISION));
  }

  /** From a state document, or its list fields. */
  static Entry entry(String stream, Document fields) {
    return new Entry(
        place(stream, fields),
        fields.getString(ListOrder.DIVISION),
        fields.get(ListOrder.SKETCH, Binary.class).getData());
  }

  static Place place(String stream, Document fields) {
    return new Place(stream, fields.getDate(ListOrder.RECEIVED).getTime());
  }

  static Document document(List<Entry> brought, List<Place> gone) {
    byte[] sketches = new byte[brought.size() * SKETCH_BYTES];
    for (int i = 0; i < brought.size(); i++) {
      System.arraycopy(brought.get(i).sketch(), 0, sketches, i * SKETCH_BYTES, SKETCH_BYTES);
    }
    var document =
        new Document(COUNT, brought.size())
            .append(STREAMS, brought.stream().map(it -> it.place().stream()).toList())
            .append(RECEIVED, dates(brought.stream().map(Entry::place).toList()))
            .append(DIVISIONS, brought.stream().map(Entry::division).toList())
            .append(SKETCHES, new Binary(sketches));
    return gone.isEmpty()
        ? document
        : document
            .append(GONE, gone.stream().map(Place::stream).toList())
            .append(GONE_RECEIVED, dates(gone));
  }

  private static List<Date> dates(List<Place> places) {
    return places.stream().map(it -> new Date(it.receivedMillis())).toList();
  }

  static List<Entry> brought(Document note) {
    var places = places(note, STREAMS, RECEIVED);
    List<String> divisions = note.getList(DIVISIONS, String.class);
    byte[] sketches = note.get(SKETCHES, Binary.class).getData();
    var entries = new ArrayList<Entry>(places.size());
    for (int i = 0; i < places.size(); i++) {
      byte[] sketch = Arrays.copyOfRange(sketches, i * SKETCH_BYTES, (i + 1) * SKETCH_BYTES);
      entries.add(new Entry(places.get(i), divisions.get(i), sketch));
    }
    return entries;
  }

  static List<Place> gone(Document note) {
    return note.containsKey(GONE) ? places(note, GONE, GONE_RECEIVED) : List.of();
  }

  /** Those of a note that may contain the query, in an area; {@code ""} is everywhere. */
  static List<Place> matching(Document note, byte[] query, String area) {
    byte[] sketches = note.get(SKETCHES, Binary.class).getData();
    var found = new ArrayList<Place>();
    for (int i = 0; i * SKETCH_BYTES < sketches.length; i++) {
      if (Entry.covers(sketches, i * SKETCH_BYTES, query)
          && note.getList(DIVISIONS, String.class).get(i).startsWith(area)) {
        found.add(places(note, STREAMS, RECEIVED).get(i));
      }
    }
    return found;
  }

  private static List<Place> places(Document note, String streamsField, String receivedField) {
    List<String> streams = note.getList(streamsField, String.class);
    List<Date> received = note.getList(receivedField, Date.class);
    var places = new ArrayList<Place>(streams.size());
    for (int i = 0; i < streams.size(); i++) {
      places.add(new Place(streams.get(i), received.get(i).getTime()));
    }
    return places;
  }
}
