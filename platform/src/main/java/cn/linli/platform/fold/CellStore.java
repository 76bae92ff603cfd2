package cn.linli.platform.fold;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.Document;

/** Writes a batch: cells and positions of one generation in one transaction. */
final class CellStore {

  static final String FIRST_YEAR = "firstYear";

  private static final TransactionOptions DURABLE =
      TransactionOptions.builder()
          .readConcern(ReadConcern.LOCAL)
          .writeConcern(WriteConcern.MAJORITY.withJournal(true))
          .build();
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  /** An outcome that stays unknown longer is settled by reading the positions. */
  private static final int COMMITS_MAX = 5;

  private final MongoClient client;
  private final MongoCollection<BsonDocument> cells;
  private final MongoCollection<Document> positions;
  private final MongoCollection<Document> poison;
  private final String generation;

  CellStore(MongoClient client, MongoDatabase database, String generation) {
    this.client = client;
    this.cells = database.getCollection(ViewCollections.CELLS, BsonDocument.class);
    this.positions = database.getCollection(ViewCollections.POSITIONS);
    this.poison = database.getCollection(ViewCollections.POISON);
    this.generation = generation;
  }

  /** Those the generation folds: one that began before a topic joined goes on without it. */
  List<TopicPartition> folded(Collection<TopicPartition> of) {
    var ids = of.stream().map(partition -> Position.id(generation, partition)).toList();
    var found =
        positions
            .withReadConcern(ReadConcern.MAJORITY)
            .find(in("_id", ids))
            .map(position -> position.getString("_id"))
            .into(new HashSet<>());
    return of.stream()
        .filter(partition -> found.contains(Position.id(generation, partition)))
        .toList();
  }

  Map<TopicPartition, Position> positions(Collection<TopicPartition> of) {
    var ids = of.stream().map(partition -> Position.id(generation, partition)).toList();
    Map<String, Document> found = new HashMap<>();
    positions
        .withReadConcern(ReadConcern.MAJORITY)
        .find(in("_id", ids))
        .forEach(position -> found.put(position.getString("_id"), position));
    Map<TopicPartition, Position> result = new HashMap<>();
    for (var partition : of) {
      Document position = found.get(Position.id(generation, partition));
      if (position == null) {
        throw new FoldingStopped("generation " + generation + " has no position for " + partition);
      }
      result.put(
          partition,
          new Position(
              partition,
              Uuid.fromString(position.getString("topicId")),
              position.get("n", Number.class).longValue(),
              position.get("next", Number.class).longValue()));
    }
    return result;
  }

  /**
   * All or nothing.
   *
   * @throws LostPosition if the positions are not those the batch began at
   * @throws MongoException with its labels if it could not be written
   */
  void commit(Batch batch, List<CellChange> changes) {
    try (ClientSession session = client.startSession()) {
      session.startTransaction(DURABLE);
      try {
        write(session, batch, changes);
      } catch (RuntimeException e) {
        abort(session, e);
        throw e;
      }
      commit(session);
    }
  }

  private void write(ClientSession session, Batch batch, List<CellChange> changes) {
    moves(session, batch);
    if (!changes.isEmpty()) {
      var writes = new ArrayList<WriteModel<BsonDocument>>(changes.size());
      changes.forEach(change -> writes.add(increment(change)));
      cells.bulkWrite(session, writes, UNORDERED);
    }
    if (!batch.poisons().isEmpty()) {
      poison.bulkWrite(session, batch.poisons().stream().map(this::named).toList(), UNORDERED);
    }
  }

  private void moves(ClientSession session, Batch batch) {
    var asOf = new Date(batch.lastTimestampMillis());
    var moves = new ArrayList<UpdateOneModel<Document>>();
    batch
        .to()
        .forEach((partition, to) -> {
          Position from = batch.from().get(partition);
          moves.add(
              new UpdateOneModel<>(
                  and(
                      eq("_id", Position.id(generation, partition)),
                      eq("topicId", from.topicId().toString()),
                      eq("n", from.n())),
                  Updates.combine(
                      Updates.set("n", to.n()),
                      Updates.set("next", to.next()),
                      Updates.set("at", asOf),
                      Updates.min(FIRST_YEAR, batch.tally().firstYear()))));
        });
    if (positions.bulkWrite(session, moves, UNORDERED).getMatchedCount() != moves.size()) {
      throw new LostPosition(generation);
    }
  }

  private WriteModel<BsonDocument> increment(CellChange change) {
    var fields = new BsonDocument("rev", new BsonInt32(1));
    change.fields().forEach((field, delta) -> fields.append(field, number(delta)));
    return new UpdateOneModel<>(
        new BsonDocument("_id", new BsonString(generation + "|" + change.id())),
        new BsonDocument("$inc", fields),
        UPSERT);
  }

  /** Small numbers are stored small; the server widens them when they outgrow 32 bits. */
  private static BsonValue number(long value) {
    return value == (int) value ? new BsonInt32((int) value) : new BsonInt64(value);
  }

  private ReplaceOneModel<Document> named(Poison record) {
    String id = "%s|%s-%d|%d".formatted(generation, record.topic(), record.partition(), record.n());
    return new ReplaceOneModel<>(
        eq("_id", id),
        new Document("topic", record.topic())
            .append("partition", record.partition())
            .append("n", record.n())
            .append("offset", record.offset())
            .append("event", record.event())
            .append("type", record.type())
            .append("reason", record.reason()),
        new ReplaceOptions().upsert(true));
  }

  private static void commit(ClientSession session) {
    for (int attempt = 1; ; attempt++) {
      try {
        session.commitTransaction();
        return;
      } catch (MongoException e) {
        if (attempt == COMMITS_MAX
            || !e.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL)) {
          throw e;
        }
      }
    }
  }

  private static void abort(ClientSession session, RuntimeException cause) {
    try {
      session.abortTransaction();
    } catch (MongoException e) {
      cause.addSuppressed(e);
    }
  }
}
