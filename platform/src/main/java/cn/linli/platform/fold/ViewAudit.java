package cn.linli.platform.fold;

import com.mongodb.ClientSessionOptions;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;

/**
 * Live = rebuilt: folds the topic again from its beginning into a shadow generation, up to exactly
 * where the live one stood at one instant, and compares the two cell by cell. The live one goes on
 * meanwhile; the shadow is dropped.
 */
public final class ViewAudit {

  private static final Duration POLL = Duration.ofMillis(200);

  /**
   * The comparison reads the live cells as they were at one instant; servers keep 300 s of that.
   */
  private static final long NEAR_RECORDS = 20_000;

  /** Differences named in a verdict; all are counted. */
  private static final int NAMED_MAX = 100;

  private final FolderSettings settings;
  private final Fold fold;
  private final MongoClient client;
  private final MongoDatabase database;

  public ViewAudit(FolderSettings settings, Fold fold, MongoClient client, MongoDatabase database) {
    this.settings = settings;
    this.fold = fold;
    this.client = client;
    this.database = database;
  }

  /**
   * @param generation the live one that was compared
   * @param records how many records both had applied
   * @param cells how many cells were compared
   * @param differing how many of them differ
   * @param differences the first hundred, for people
   */
  public record Verdict(
      String generation, long records, long cells, long differing, List<String> differences) {
    public boolean equal() {
      return differing == 0;
    }
  }

  /**
   * Takes as long as a rebuild.
   *
   * @param progress told the number of records applied so far
   */
  public Verdict run(LongConsumer progress) {
    var generations = new Generations(client, database);
    String live =
        generations
            .state()
            .map(GenerationState::live)
            .orElseThrow(() -> new FoldingStopped("there is no live generation"));
    String shadow = "audit-" + UUID.randomUUID();
    try (var topics = new TopicEnds(settings);
        var consumer = topics.consumer(shadow)) {
      consumer.assign(topics.partitions());
      generations.addPositions(shadow, topics.starts());
      var rebuilding = new Rebuilding(new CellStore(client, database, shadow), consumer, progress);
      var liveStore = new CellStore(client, database, live);
      do {
        rebuilding.upTo(liveStore.positions(consumer.assignment()));
      } while (rebuilding.behind(liveStore.positions(consumer.assignment())) > NEAR_RECORDS);
      return compare(live, shadow, rebuilding);
    } finally {
      generations.drop(shadow);
    }
  }

  private Verdict compare(String live, String shadow, Rebuilding rebuilding) {
    var atOneTime = ClientSessionOptions.builder().snapshot(true).build();
    try (var session = client.startSession(atOneTime)) {
      var target = liveNumbers(session, live, rebuilding.positions);
      rebuilding.upTo(target);
      return compareCells(session, live, shadow, rebuilding.applied());
    }
  }

  private Map<TopicPartition, Position> liveNumbers(
      ClientSession session, String live, Map<TopicPartition, Position> partitions) {
    Map<String, Document> found = new HashMap<>();
    database
        .getCollection(ViewCollections.POSITIONS)
        .find(session, Generations.ofGeneration(live))
        .forEach(position -> found.put(position.getString("_id"), position));
    Map<TopicPartition, Position> target = new HashMap<>();
    partitions.forEach((partition, ours) -> {
      Document position = found.get(Position.id(live, partition));
      long n = position.get("n", Number.class).longValue();
      long next = position.get("next", Number.class).longValue();
      target.put(partition, new Position(partition, ours.topicId(), n, next));
    });
    return target;
  }

  private Verdict compareCells(ClientSession session, String live, String shadow, long records) {
    MongoCollection<Document> cells = database.getCollection(ViewCollections.CELLS);
    var byId = Sorts.ascending("_id");
    long compared = 0;
    long differing = 0;
    var named = new ArrayList<String>();
    try (var ours = cells.find(session, Generations.ofGeneration(live)).sort(byId).iterator();
        var theirs = cells.find(Generations.ofGeneration(shadow)).sort(byId).iterator()) {
      var left = new CellCursor(ours, live);
      var right = new CellCursor(theirs, shadow);
      while (!left.atEnd() || !right.atEnd()) {
        int order = left.compareTo(right);
        compared++;
        if (order != 0 || !left.fields().equals(right.fields())) {
          differing++;
          if (named.size() < NAMED_MAX) {
            named.add(
                order < 0
                    ? left.id() + " is not in the rebuilt view"
                    : order > 0
                        ? right.id() + " is not in the live view"
                        : left.id() + ": live " + left.fields() + ", rebuilt " + right.fields());
          }
        }
        if (order <= 0) {
          left.next();
        }
        if (order >= 0) {
          right.next();
        }
      }
    }
    return new Verdict(live, records, compared, differing, named);
  }

  /** Folds into the shadow, never further than asked. */
  private final class Rebuilding {
    private final BatchWriter writer;
    private final Consumer<String, byte[]> consumer;
    private final LongConsumer progress;
    private Map<TopicPartition, Position> positions;

    Rebuilding(CellStore shadow, Consumer<String, byte[]> consumer, LongConsumer progress) {
      this.writer = new BatchWriter(shadow, new FolderProgress());
      this.consumer = consumer;
      this.progress = progress;
      this.positions = shadow.positions(consumer.assignment());
    }

    long applied() {
      return positions.values().stream().mapToLong(Position::n).sum();
    }

    long behind(Map<TopicPartition, Position> target) {
      return target.values().stream().mapToLong(Position::n).sum() - applied();
    }

    void upTo(Map<TopicPartition, Position> target) {
      positions.forEach((partition, position) -> consumer.seek(partition, position.next()));
      var batch = new Batch(fold, positions);
      while (reached(batch) < target.values().stream().mapToLong(Position::n).sum()) {
        for (var record : consumer.poll(POLL)) {
          var next = FoldRecord.of(record);
          var partition = new TopicPartition(next.topic(), next.partition());
          if (next.n() <= target.get(partition).n()) {
            batch.add(next, record.timestamp());
          }
        }
        if (batch.size() >= settings.recordsMax() || batch.cells() >= settings.cellsMax()) {
          batch = written(batch);
        }
      }
      written(batch);
    }

    private long reached(Batch batch) {
      return batch.after().values().stream().mapToLong(Position::n).sum();
    }

    private Batch written(Batch batch) {
      if (!batch.isEmpty()) {
        writer.write(batch);
        positions = batch.after();
        progress.accept(applied());
      }
      return new Batch(fold, positions);
    }
  }

  /** Cells of one generation in the order of their ids, as plain fields. */
  private static final class CellCursor implements Comparable<CellCursor> {
    private final Iterator<Document> documents;
    private final int prefix;
    private Document cell = new Document();
    private boolean atEnd;

    CellCursor(Iterator<Document> documents, String generation) {
      this.documents = documents;
      this.prefix = generation.length() + 1;
      next();
    }

    boolean atEnd() {
      return atEnd;
    }

    void next() {
      atEnd = !documents.hasNext();
      cell = atEnd ? new Document() : documents.next();
    }

    String id() {
      return cell.getString("_id").substring(prefix);
    }

    Map<String, Long> fields() {
      var fields = new TreeMap<String, Long>();
      flatten("", cell, fields);
      fields.remove("rev"); // counts batches, which are cut differently
      return fields;
    }

    private static void flatten(String path, Document document, Map<String, Long> into) {
      document.forEach((name, value) -> {
        if (value instanceof Document inner) {
          flatten(path + name + ".", inner, into);
        } else if (value instanceof Number number) {
          into.put(path + name, number.longValue());
        }
      });
    }

    @Override
    public int compareTo(CellCursor other) {
      if (atEnd || other.atEnd) {
        return Boolean.compare(atEnd, other.atEnd);
      }
      return id().compareTo(other.id());
    }
  }
}
