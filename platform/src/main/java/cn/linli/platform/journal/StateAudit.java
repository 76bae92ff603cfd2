package cn.linli.platform.journal;

import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.commit.StreamState;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Proves {@code state = fold(journal)}: streams the journal, folds every stream and compares with
 * what is stored. Can run beside commands: what looks different is folded and read once more before
 * it is reported. Memory: one batch of streams.
 */
public final class StateAudit {

  private static final int STREAMS_PER_BATCH = 500;
  private static final int DIFFERENCES_MAX = 1_000;
  private static final int LOOKS_MAX = 3;

  /**
   * What was found.
   *
   * @param differences the first 1,000
   */
  public record Report(long streams, long commits, long events, List<Difference> differences) {
    public boolean clean() {
      return differences.isEmpty();
    }
  }

  /** One stream whose state is not what its journal says. */
  public record Difference(StreamId stream, String what) {}

  private final MongoCollection<Document> journal;
  private final MongoCollection<Document> states;
  private final StateStore store;
  private final Kinds kinds;

  public StateAudit(MongoDatabase database, Kinds kinds) {
    this.journal =
        database.getCollection(JournalEntry.COLLECTION).withReadConcern(ReadConcern.MAJORITY);
    this.states =
        database.getCollection(StateStore.COLLECTION).withReadConcern(ReadConcern.MAJORITY);
    this.store = new StateStore(database, kinds);
    this.kinds = kinds;
  }

  public Report run() {
    return new Run().run();
  }

  private final class Run {
    private final List<Difference> differences = new ArrayList<>();
    private final Map<StreamId, StreamState> folded = new LinkedHashMap<>();
    private long streams;
    private long commits;
    private long events;

    Report run() {
      foldTheJournal();
      findStatesWithoutJournal();
      return new Report(streams, commits, events, List.copyOf(differences));
    }

    /** The journal's ids sort by stream and version, so a stream comes in one piece. */
    private void foldTheJournal() {
      @Nullable StreamState current = null;
      for (Document document : journal.find().sort(Sorts.ascending("_id"))) {
        JournalEntry entry = JournalEntry.fromDocument(document);
        commits++;
        events += entry.events().size();
        if (current == null || !current.stream().equals(entry.stream())) {
          folded(current);
          current = kinds.of(entry.stream()).initial(entry.stream());
        }
        try {
          current = kinds.of(entry.stream()).replay(current, entry);
        } catch (RuntimeException e) {
          report(entry.stream(), String.valueOf(e.getMessage()));
        }
      }
      folded(current);
      compareBatch();
    }

    private void folded(@Nullable StreamState state) {
      if (state != null) {
        streams++;
        folded.put(state.stream(), state);
        if (folded.size() == STREAMS_PER_BATCH) {
          compareBatch();
        }
      }
    }

    private void compareBatch() {
      Map<String, Document> found = new LinkedHashMap<>();
      var ids = folded.keySet().stream().map(StreamId::toString).toList();
      states.find(Filters.in("_id", ids)).forEach(d -> found.put(d.getString("_id"), d));
      for (StreamState state : folded.values()) {
        String what = difference(state, found.get(state.stream().toString()));
        if (what != null) {
          lookAgain(state.stream());
        }
      }
      folded.clear();
    }

    /** A commit between folding and reading looks like a difference; a real one stays. */
    private void lookAgain(StreamId stream) {
      String what = null;
      for (int look = 0; look < LOOKS_MAX; look++) {
        try {
          StreamState state = store.rebuild(stream);
          what = difference(state, states.find(Filters.eq("_id", stream.toString())).first());
        } catch (RuntimeException e) {
          what = String.valueOf(e.getMessage());
        }
        if (what == null) {
          return;
        }
      }
      report(stream, what);
    }

    private void findStatesWithoutJournal() {
      Set<String> batch = new HashSet<>();
      for (Document document : states.find().projection(Projections.include("_id"))) {
        batch.add(document.getString("_id"));
        if (batch.size() == STREAMS_PER_BATCH) {
          reportWithoutJournal(batch);
        }
      }
      reportWithoutJournal(batch);
    }

    private void reportWithoutJournal(Set<String> batch) {
      var first = new HashSet<String>();
      batch.forEach(id -> first.add(JournalEntry.id(StreamId.parse(id), 1)));
      journal
          .find(Filters.in("_id", first))
          .projection(Projections.include("s"))
          .forEach(document -> batch.remove(document.getString("s")));
      batch.forEach(id -> report(StreamId.parse(id), "state without journal"));
      batch.clear();
    }

    private void report(StreamId stream, String what) {
      if (differences.size() < DIFFERENCES_MAX
          && differences.stream().noneMatch(known -> known.stream().equals(stream))) {
        differences.add(new Difference(stream, what));
      }
    }
  }

  /** Null if the stored document is the fold. One of an older shape need only have its version. */
  private @Nullable String difference(StreamState fold, @Nullable Document stored) {
    if (stored == null) {
      return "no state, journal at %d".formatted(fold.version());
    }
    var codec = kinds.of(fold.stream());
    long version = stored.get("v", Number.class).longValue();
    if (version != fold.version()) {
      return "state at %d, journal at %d".formatted(version, fold.version());
    }
    if (stored.getInteger("z") != codec.kind().schema()) {
      return null;
    }
    return codec.isStoredAs(fold, stored) ? null : "other content";
  }
}
