package cn.linli.platform.commit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import cn.linli.platform.commit.StreamState.Stored;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Reads states and keys, always {@code majority} on the primary: what a lost primary had not yet
 * replicated is never acknowledged to anybody.
 */
public final class StateStore {

  public static final String COLLECTION = "state";

  private final Kinds kinds;
  private final MongoCollection<Document> states;
  private final MongoCollection<Document> journal;

  public StateStore(MongoDatabase database, Kinds kinds) {
    this.kinds = kinds;
    this.states = majority(database, COLLECTION);
    this.journal = majority(database, JournalEntry.COLLECTION);
  }

  private static MongoCollection<Document> majority(MongoDatabase database, String name) {
    return database
        .getCollection(name)
        .withReadConcern(ReadConcern.MAJORITY)
        .withReadPreference(ReadPreference.primary());
  }

  /** Reads states in one go. One of an older shape is rebuilt from the journal. */
  Loaded load(Collection<StreamId> streams) {
    var found = new HashMap<StreamId, StreamState>();
    var newer = new HashSet<StreamId>();
    if (!streams.isEmpty()) {
      for (Document document : states.find(in("_id", ids(streams)))) {
        StreamId stream = StreamId.parse(document.getString("_id"));
        KindCodec<?, ?> codec = kinds.of(stream);
        int schema = document.getInteger("z");
        if (schema > codec.kind().schema()) {
          newer.add(stream);
          continue;
        }
        StreamState state = schema == codec.kind().schema() ? codec.fromDocument(document) : null;
        found.put(stream, state == null ? rebuild(stream) : state);
      }
    }
    for (StreamId stream : streams) {
      if (!found.containsKey(stream)) {
        found.put(stream, nothing(stream));
      }
    }
    return new Loaded(found, newer, Set.of());
  }

  /** A stream without a commit. */
  StreamState nothing(StreamId stream) {
    return kinds.of(stream).initial(stream);
  }

  /**
   * Reads states and compares them with the journal: where that has gone further, the state is
   * rebuilt from it.
   */
  Loaded verify(Collection<StreamId> streams) {
    Loaded loaded = load(streams);
    var next = new HashMap<String, StreamId>();
    for (StreamState state : loaded.states().values()) {
      if (!loaded.newer().contains(state.stream())) {
        next.put(JournalEntry.id(state.stream(), state.version() + 1), state.stream());
      }
    }
    var behind = new ArrayList<StreamId>();
    for (Document document :
        journal.find(in("_id", next.keySet())).projection(Projections.include("_id"))) {
      behind.add(next.get(document.getString("_id")));
    }
    // Mostly another instance committed between the two reads; what is still behind is rebuilt.
    Loaded again = load(behind);
    for (StreamId stream : behind) {
      if (again.states().get(stream).version() == loaded.states().get(stream).version()
          && !again.newer().contains(stream)) {
        again.states().put(stream, rebuild(stream));
      }
    }
    Loaded result = loaded.with(again);
    result.verified().addAll(streams);
    return result;
  }

  /** The fold of a stream's journal, read with a cursor. */
  public StreamState rebuild(StreamId stream) {
    KindCodec<?, ?> codec = kinds.of(stream);
    StreamState state = codec.initial(stream);
    for (Document document : journal.find(entriesOf(stream)).sort(Sorts.ascending("_id"))) {
      state = codec.replay(state, JournalEntry.fromDocument(document));
    }
    return state.storedAs(Stored.OTHER);
  }

  private static Bson entriesOf(StreamId stream) {
    return and(eq("s", stream.toString()), gt("_id", stream + ":"), lt("_id", stream + ";"));
  }

  /**
   * Looks up commands by {@code {s,c}}. Called after the states were loaded: the other order would
   * let a command that another instance commits in between take effect twice.
   */
  Map<CommandKey, JournalEntry> lookUp(Collection<CommandKey> keys) {
    var found = new HashMap<CommandKey, JournalEntry>();
    if (keys.isEmpty()) {
      return found;
    }
    // Pairs, not two lists: those are looked up each with each.
    var pairs = new ArrayList<Bson>(keys.size());
    for (CommandKey key : keys) {
      pairs.add(new Document("s", key.stream().toString()).append("c", key.command()));
    }
    for (Document document : journal.find(or(pairs))) {
      JournalEntry entry = JournalEntry.fromDocument(document);
      found.put(new CommandKey(entry.stream(), entry.command()), entry);
    }
    return found;
  }

  private static List<String> ids(Collection<StreamId> streams) {
    return streams.stream().map(StreamId::toString).toList();
  }
}
