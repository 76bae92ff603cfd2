package cn.linli.platform.search;

import cn.linli.platform.commit.StateStore;
import cn.linli.platform.search.ListOrder.Place;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;

/**
 * Moves texts from the notes of batches into segments, takes erased ones out of both, and makes all
 * segments anew from the states. Every write is a transaction that does nothing if somebody else
 * was first, so a second leader, or one that was paused, is no harm; and whoever is killed leaves
 * nothing that the next one does not go on with.
 */
final class SegmentMaker {

  /** Texts of a segment, at least: as many sketches are looked at one by one at most. */
  static final int TEXTS_MIN = 1_024;

  /**
   * Where more wait: a row costs the same for twice as many. Few more, as notes are not divided.
   */
  private static final int TEXTS_ENOUGH = 2_048;

  private static final int ERASED_NOTES_MAX = 100;

  private final Segments segments;
  private final MongoCollection<Document> notes;
  private final MongoCollection<Document> states;
  private volatile long waiting;

  SegmentMaker(MongoClient client, MongoDatabase database) {
    this.segments = new Segments(client, database);
    this.notes = WordIndex.majority(database, NewEntries.COLLECTION);
    this.states = WordIndex.majority(database, StateStore.COLLECTION);
  }

  /** One step of what is to be done; false if there is nothing. */
  boolean step() throws InterruptedException {
    if (segments.builtSince() < 0) {
      build();
      return true;
    }
    return clearErased() || move();
  }

  /** What an earlier building left behind. */
  void sweep() {
    segments.removeBelow(segments.builtSince());
  }

  /** Texts that no segment had at the last look. */
  long waiting() {
    return waiting;
  }

  private boolean move() {
    long counted = 0;
    for (Document note : notes.find().projection(Projections.include(NewEntries.COUNT))) {
      counted += note.getInteger(NewEntries.COUNT);
    }
    waiting = counted;
    if (waiting < TEXTS_MIN) {
      return false;
    }
    int next = segments.next();
    var taken = new ArrayList<ObjectId>();
    var texts = new ArrayList<Entry>();
    try (var oldest = notes.find().sort(Sorts.ascending("_id")).cursor()) {
      while (texts.size() < TEXTS_ENOUGH && oldest.hasNext()) {
        Document note = oldest.next();
        if (NewEntries.gone(note).isEmpty()) {
          texts.addAll(NewEntries.brought(note));
          taken.add(note.getObjectId("_id"));
        }
      }
    }
    if (texts.isEmpty()) {
      return false;
    }
    segments.write(
        next,
        session -> {
          segments.rows().insertMany(session, Rows.of(next, texts));
          notes.deleteMany(session, Filters.in("_id", taken));
        });
    return true;
  }

  /**
   * All segments anew, in the order of the states; what is committed meanwhile is noted as always.
   * The old ones go only after the new ones stand. The numbers are taken one after the other, as
   * nobody else may write in between: what was read from the states would be too old.
   */
  private void build() throws InterruptedException {
    int first = segments.next();
    int next = first;
    var texts = new ArrayList<Entry>();
    try (var all =
        states
            .find(Filters.and(Filters.exists(ListOrder.RECEIVED), Filters.exists(ListOrder.SKETCH)))
            .sort(ListOrder.OLDEST_FIRST.sort())
            .projection(
                Projections.include(ListOrder.RECEIVED, ListOrder.DIVISION, ListOrder.SKETCH))
            .cursor()) {
      while (all.hasNext()) {
        Document state = all.next();
        texts.add(NewEntries.entry(state.getString("_id"), state));
        if (texts.size() == TEXTS_ENOUGH || !all.hasNext()) {
          if (!add(next++, texts)) {
            return; // somebody else builds
          }
        }
      }
    }
    if (segments.write(next, session -> segments.setBuilt(session, first))) {
      sweep();
    }
  }

  private boolean add(int number, List<Entry> texts) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    var rows = Rows.of(number, texts);
    texts.clear();
    return segments.write(number, session -> segments.rows().insertMany(session, rows));
  }

  /**
   * First out of the notes, so that no new segment gets them; then out of one segment after the
   * other, each in a transaction of its own, which a year's erasures at once can't overfill; at
   * last it is forgotten that they are to be erased. Begun again it does the same.
   */
  private boolean clearErased() {
    int next = segments.next();
    var erasing =
        notes.find(Filters.exists(NewEntries.GONE)).limit(ERASED_NOTES_MAX).into(new ArrayList<>());
    if (erasing.isEmpty()) {
      return false;
    }
    var gone = erasing.stream().flatMap(it -> NewEntries.gone(it).stream()).toList();
    if (!takeOutOfNotes(next, gone)) {
      return true;
    }
    for (var columns : segments.find(gone).entrySet()) {
      Set<Integer> erased = columns.getValue().keySet();
      if (!segments.write(segments.next(), session -> clear(session, columns.getKey(), erased))) {
        return true;
      }
    }
    forget(erasing.stream().map(it -> it.getObjectId("_id")).toList());
    return true;
  }

  private boolean takeOutOfNotes(int next, List<Place> gone) {
    var streams = gone.stream().map(Place::stream).collect(Collectors.toSet());
    var writes = new ArrayList<WriteModel<Document>>();
    for (Document note : notes.find(Filters.in(NewEntries.STREAMS, streams))) {
      var kept =
          NewEntries.brought(note).stream()
              .filter(it -> !streams.contains(it.place().stream()))
              .toList();
      writes.add(rewritten(note, kept, NewEntries.gone(note)));
    }
    return writes.isEmpty() || segments.write(next, session -> notes.bulkWrite(session, writes));
  }

  private void forget(List<ObjectId> erasing) {
    int next = segments.next();
    var writes = new ArrayList<WriteModel<Document>>();
    for (Document note : notes.find(Filters.in("_id", erasing))) {
      writes.add(rewritten(note, NewEntries.brought(note), List.of()));
    }
    if (!writes.isEmpty()) {
      segments.write(next, session -> notes.bulkWrite(session, writes));
    }
  }

  /** A note with other contents; nowhere if it has none. */
  private static WriteModel<Document> rewritten(
      Document note, List<Entry> brought, List<Place> gone) {
    var byId = Filters.eq("_id", note.getObjectId("_id"));
    return brought.isEmpty() && gone.isEmpty()
        ? new DeleteOneModel<>(byId)
        : new ReplaceOneModel<>(byId, NewEntries.document(brought, gone));
  }

  private void clear(ClientSession session, int segment, Set<Integer> columns) {
    var writes = new ArrayList<WriteModel<Document>>();
    for (Document row : segments.rows().find(session, Segments.in(Rows.bitIds(segment)))) {
      byte[] bits = Rows.bits(row);
      if (columns.stream().anyMatch(column -> Rows.isSet(bits, column))) {
        columns.forEach(column -> Rows.clear(bits, column));
        writes.add(
            new ReplaceOneModel<>(
                Filters.eq("_id", row.getString("_id")),
                new Document("_id", row.getString("_id")).append(Rows.BITS, new Binary(bits))));
      }
    }
    if (!writes.isEmpty()) {
      segments.rows().bulkWrite(session, writes);
    }
  }
}
