package cn.linli.platform.search;

import cn.linli.platform.commit.StateStore;
import cn.linli.platform.search.ListOrder.Place;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;

/**
 * Moves texts from the notes of batches into segments, takes erased ones out of both, and makes all
 * segments anew from the states. Each step is one transaction that does nothing if somebody else
 * was first, so a second leader, or one that was paused, is no harm; and whoever is killed leaves
 * either all of a step or nothing.
 */
final class SegmentMaker {

  /** Texts of a segment, at least: as many sketches are looked at one by one at most. */
  static final int TEXTS_MIN = 1_024;

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
      while (texts.size() < TEXTS_MIN && oldest.hasNext()) {
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
   * The old ones go only after the new ones stand.
   */
  private void build() throws InterruptedException {
    int first = segments.next();
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
        if (texts.size() == TEXTS_MIN && !add(texts)) {
          return; // somebody else builds
        }
      }
    }
    if (!texts.isEmpty() && !add(texts)) {
      return;
    }
    int next = segments.next();
    if (segments.write(next, session -> segments.setBuilt(session, first))) {
      sweep();
    }
  }

  private boolean add(List<Entry> texts) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    int next = segments.next();
    boolean added =
        segments.write(next, session -> segments.rows().insertMany(session, Rows.of(next, texts)));
    texts.clear();
    return added;
  }

  /** Clears the columns of erased texts, and takes them out of the notes. */
  private boolean clearErased() {
    int next = segments.next();
    var erasing =
        notes.find(Filters.exists(NewEntries.GONE)).limit(ERASED_NOTES_MAX).into(new ArrayList<>());
    if (erasing.isEmpty()) {
      return false;
    }
    var gone = erasing.stream().flatMap(it -> NewEntries.gone(it).stream()).toList();
    var streams = gone.stream().map(Place::stream).collect(Collectors.toSet());
    var noteWrites = withoutErased(erasing, streams);
    var columns = segments.find(gone);
    segments.write(
        next,
        session -> {
          notes.bulkWrite(session, noteWrites);
          columns.forEach((segment, erased) -> clear(session, segment, erased.keySet()));
        });
    return true;
  }

  /** Notes that name erased texts, without them; what is empty then goes. */
  private List<WriteModel<Document>> withoutErased(List<Document> erasing, Set<String> streams) {
    var done = new HashSet<ObjectId>();
    erasing.forEach(it -> done.add(it.getObjectId("_id")));
    var writes = new ArrayList<WriteModel<Document>>();
    var touched =
        notes.find(Filters.or(Filters.in("_id", done), Filters.in(NewEntries.STREAMS, streams)));
    for (Document note : touched) {
      ObjectId id = note.getObjectId("_id");
      var kept =
          NewEntries.brought(note).stream()
              .filter(it -> !streams.contains(it.place().stream()))
              .toList();
      List<Place> later = done.contains(id) ? List.of() : NewEntries.gone(note);
      var byId = Filters.eq("_id", id);
      writes.add(
          kept.isEmpty() && later.isEmpty()
              ? new DeleteManyModel<>(byId)
              : new ReplaceOneModel<>(byId, NewEntries.document(kept, later)));
    }
    return writes;
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
