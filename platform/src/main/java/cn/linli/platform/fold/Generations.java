package cn.linli.platform.fold;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Makes, switches and drops the generations of a view. One document says which is live; each step
 * is a transaction on it, so several instances may try.
 */
public final class Generations {

  /** How long readers that began before the switch find the old generation. */
  static final Duration KEPT_AFTER_SWITCH = Duration.ofHours(1);

  private static final String STATE = "state";
  private static final TransactionOptions AT_ONE_TIME =
      TransactionOptions.builder()
          .readConcern(ReadConcern.SNAPSHOT)
          .writeConcern(WriteConcern.MAJORITY.withJournal(true))
          .build();

  private final MongoClient client;
  private final MongoCollection<Document> states;
  private final MongoCollection<Document> positions;
  private final MongoCollection<Document> cells;
  private final MongoCollection<Document> poison;

  public Generations(MongoClient client, MongoDatabase database) {
    this.client = client;
    this.states = durable(database, ViewCollections.GENERATIONS);
    this.positions = durable(database, ViewCollections.POSITIONS);
    this.cells = durable(database, ViewCollections.CELLS);
    this.poison = durable(database, ViewCollections.POISON);
  }

  private static MongoCollection<Document> durable(MongoDatabase database, String name) {
    return database
        .getCollection(name)
        .withReadConcern(ReadConcern.MAJORITY)
        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }

  /** Empty before the first folder has begun. */
  public Optional<GenerationState> state() {
    return Optional.ofNullable(states.find(eq("_id", STATE)).first()).map(Generations::read);
  }

  /** Asks the leader for a rebuild; one that is running is not begun again. */
  public void wantRebuild() {
    states.updateOne(and(eq("_id", STATE), eq("next", null)), Updates.set("rebuildWanted", true));
  }

  /**
   * Begins the first generation, or the next one beside the live one, with its positions.
   *
   * @param start the first position of every partition
   */
  void begin(Collection<Position> start, int version, Instant now) {
    transaction(session -> {
      Document state = states.find(session, eq("_id", STATE)).first();
      long number = state == null ? 1 : state.get("number", Number.class).longValue() + 1;
      String generation = Long.toString(number, Character.MAX_RADIX);
      if (state == null) {
        states.insertOne(
            session,
            new Document("_id", STATE)
                .append("number", number)
                .append("live", generation)
                .append("liveVersion", version)
                .append("retired", List.of()));
      } else if (state.getString("next") == null) {
        states.updateOne(
            session,
            eq("_id", STATE),
            Updates.combine(
                Updates.set("number", number),
                Updates.set("next", generation),
                Updates.set("nextVersion", version),
                Updates.set("startedAt", Date.from(now)),
                Updates.unset("rebuildWanted")));
      } else {
        return false;
      }
      positions.insertMany(
          session, start.stream().map(position -> first(generation, position)).toList());
      return true;
    });
  }

  /**
   * Makes the next generation the live one if it has come at least as far on every partition. The
   * old folder's batch in flight, if any, conflicts with this transaction: one of the two gives
   * way.
   */
  boolean trySwitch(Instant now) {
    return transaction(session -> {
      Document state = states.find(session, eq("_id", STATE)).first();
      if (state == null || state.getString("next") == null) {
        return false;
      }
      String live = state.getString("live");
      String next = state.getString("next");
      Map<String, Long> liveNumbers = numbers(session, live);
      Map<String, Long> nextNumbers = numbers(session, next);
      if (!nextNumbers.entrySet().stream()
          .allMatch(entry -> entry.getValue() >= liveNumbers.getOrDefault(entry.getKey(), 0L))) {
        return false;
      }
      positions.updateMany(session, ofGeneration(live), Updates.set("closed", true));
      states.updateOne(
          session,
          eq("_id", STATE),
          Updates.combine(
              Updates.set("live", next),
              Updates.set("liveVersion", state.get("nextVersion")),
              Updates.set("switchedAt", Date.from(now)),
              Updates.unset("next"),
              Updates.unset("nextVersion"),
              Updates.push(
                  "retired",
                  new Document("generation", live)
                      .append("dropAt", Date.from(now.plus(KEPT_AFTER_SWITCH))))));
      return true;
    });
  }

  /** Drops what was retired long enough ago. */
  void dropRetired(Instant now) {
    var due =
        state().map(GenerationState::retired).orElse(List.of()).stream()
            .filter(retired -> !retired.dropAt().isAfter(now))
            .toList();
    for (var retired : due) {
      drop(retired.generation());
      states.updateOne(
          eq("_id", STATE),
          Updates.pull("retired", new Document("generation", retired.generation())));
    }
  }

  void drop(String generation) {
    cells.deleteMany(ofGeneration(generation));
    poison.deleteMany(ofGeneration(generation));
    positions.deleteMany(ofGeneration(generation));
    states.deleteOne(eq("_id", progressId(generation)));
  }

  /** For a generation that is in no state document: a shadow nobody reads. */
  void addPositions(String generation, Collection<Position> start) {
    positions.insertMany(start.stream().map(position -> first(generation, position)).toList());
  }

  /** Tells readers how far the folder of a generation is. */
  void report(String generation, long asOfMillis, @Nullable String alarm) {
    states
        .withWriteConcern(WriteConcern.W1)
        .updateOne(
            eq("_id", progressId(generation)),
            Updates.combine(Updates.set("asOf", new Date(asOfMillis)), Updates.set("alarm", alarm)),
            new UpdateOptions().upsert(true));
  }

  /** How far a generation is; empty if there is none of that name. */
  public Optional<GenerationProgress> progress(String generation) {
    long applied = 0;
    int firstYear = Integer.MAX_VALUE;
    Instant asOf = Instant.EPOCH;
    boolean found = false;
    for (var position : positions.find(ofGeneration(generation))) {
      found = true;
      applied += position.get("n", Number.class).longValue();
      firstYear = Math.min(firstYear, position.getInteger(CellStore.FIRST_YEAR, firstYear));
      asOf = later(asOf, position.getDate("at"));
    }
    Document reported = states.find(eq("_id", progressId(generation))).first();
    return found
        ? Optional.of(
            new GenerationProgress(
                reported == null ? asOf : later(asOf, reported.getDate("asOf")),
                reported == null ? null : reported.getString("alarm"),
                applied,
                firstYear,
                poison.countDocuments(ofGeneration(generation))))
        : Optional.empty();
  }

  private static Instant later(Instant instant, @Nullable Date other) {
    return other == null || other.toInstant().isBefore(instant) ? instant : other.toInstant();
  }

  /** Everything of a generation: ids begin with its name and a bar. */
  static Bson ofGeneration(String generation) {
    return and(gte("_id", generation + "|"), lt("_id", generation + "}"));
  }

  private Map<String, Long> numbers(ClientSession session, String generation) {
    Map<String, Long> numbers = new HashMap<>();
    positions
        .find(session, ofGeneration(generation))
        .forEach(position ->
            numbers.put(
                position.getString("_id").substring(generation.length()),
                position.get("n", Number.class).longValue()));
    return numbers;
  }

  private static Document first(String generation, Position position) {
    return new Document("_id", Position.id(generation, position.partition()))
        .append("topicId", position.topicId().toString())
        .append("n", position.n())
        .append("next", position.next());
  }

  private static String progressId(String generation) {
    return "progress|" + generation;
  }

  private static GenerationState read(Document state) {
    var retired = new ArrayList<GenerationState.Retired>();
    for (var document : state.getList("retired", Document.class)) {
      retired.add(
          new GenerationState.Retired(
              document.getString("generation"), document.getDate("dropAt").toInstant()));
    }
    Date startedAt = state.getDate("startedAt");
    Date switchedAt = state.getDate("switchedAt");
    return new GenerationState(
        state.getString("live"),
        state.getInteger("liveVersion"),
        state.getString("next"),
        startedAt == null ? null : startedAt.toInstant(),
        switchedAt == null ? null : switchedAt.toInstant(),
        state.getBoolean("rebuildWanted", false),
        retired);
  }

  /** False also where somebody else was at it: the caller's next round sees what became of it. */
  private boolean transaction(Step step) {
    try (ClientSession session = client.startSession()) {
      return session.withTransaction(() -> step.run(session), AT_ONE_TIME);
    } catch (MongoException e) {
      if (e.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)) {
        return false;
      }
      throw e;
    }
  }

  private interface Step {
    boolean run(ClientSession session);
  }
}
