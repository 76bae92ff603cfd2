package cn.linli.platform.relay;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.bson.BsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way back after an alarm: publishes the whole journal again into a new topic {@code
 * <name>.g<n>}, never into the same one, while commands go on. When it is done, the new topic has a
 * position; the service is started with it as {@code linli.relay.topic}, and its views get a new
 * generation of their own. A run that breaks off leaves a topic without a position, from which no
 * relay starts; the next run takes the next number.
 */
public final class Republish {

  private static final Logger LOG = LoggerFactory.getLogger(Republish.class);

  private static final int JOURNAL_BATCH = 2_000;
  private static final Duration BEAT_BACK_MAX = Duration.ofMinutes(10);

  private final MongoClient client;
  private final MongoDatabase database;
  private final RelaySettings settings;
  private final InstantSource clock;

  public Republish(
      MongoClient client, MongoDatabase database, RelaySettings settings, InstantSource clock) {
    this.client = client;
    this.database = database;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @param topic what to configure from now on
   */
  public record Result(String topic, long commits, long events, Duration took) {}

  /** Is told how far a run is, after every transaction; what it throws ends the run. */
  @FunctionalInterface
  public interface Progress {
    void at(String topic, long commits, long events);
  }

  /** Blocks until the new topic has all that the journal has. */
  public Result run() {
    return run((topic, commits, events) -> {});
  }

  /** The same, told while it goes on. */
  public Result run(Progress progress) {
    Instant begun = clock.instant();
    try (Admin admin = KafkaClients.admin(settings.brokers())) {
      RelaySettings target =
          settings.withTopic(new TopicSetup(admin, settings.replicas()).generation(settings));
      LOG.info("publishing the journal again into {}", target.topic());
      try (var writer = new TopicWriter(target, RelaySteps.UNDISTURBED)) {
        writer.fenceOthers();
        return run(target, new TopicState(admin, target).ids(), writer, begun, progress);
      }
    }
  }

  private Result run(
      RelaySettings target,
      Map<String, String> topicIds,
      TopicWriter writer,
      Instant begun,
      Progress progress) {
    BsonDocument token = JournalStream.tokenOfNow(database, target.topic());
    String uuid =
        new JournalIdentity(database).uuid().orElseThrow(() -> JournalIdentity.gone("not found"));
    var start = Position.first(token, begun.getEpochSecond(), uuid, topicIds, target.partitions());
    var scanned = new ScannedCommits(begun);
    writer.continueAt(start.ends());
    Told told = (at, commits) -> progress.at(target.topic(), commits, events(at));
    Position position = scan(writer, start, scanned, told);
    LOG.info("{}: {} commits scanned, following", target.topic(), scanned.commits());
    position = follow(target, writer, position, scanned, told);
    var result =
        new Result(
            target.topic(),
            scanned.commits(),
            events(position),
            Duration.between(begun, clock.instant()));
    LOG.info("published again: {}", result);
    return result;
  }

  private interface Told {
    void at(Position position, long commits);
  }

  private static long events(Position position) {
    return position.n().stream().mapToLong(Long::longValue).sum();
  }

  private Position scan(TopicWriter writer, Position start, ScannedCommits scanned, Told told) {
    Position position = start;
    List<JournalCommit> commits = new ArrayList<>();
    int events = 0;
    var all =
        JournalCommitCodec.journal(database)
            .find()
            .sort(Sorts.ascending("_id"))
            .batchSize(JOURNAL_BATCH);
    try (var cursor = all.cursor()) {
      while (cursor.hasNext()) {
        JournalCommit commit = cursor.next();
        if (!scanned.take(commit)) {
          continue;
        }
        if (!commits.isEmpty() && events + commit.events().size() > Window.EVENTS_MAX) {
          position = writer.writeUnfinished(window(commits, events, start), position);
          told.at(position, scanned.commits());
          commits = new ArrayList<>();
          events = 0;
        }
        commits.add(commit);
        events += commit.events().size();
      }
    }
    return commits.isEmpty()
        ? position
        : writer.writeUnfinished(window(commits, events, start), position);
  }

  /**
   * From the token on, without what the scan has already sent, until a beat comes back that was
   * sent after the scan: all the scan could see lies before it. Only then is there a position.
   */
  private Position follow(
      RelaySettings target,
      TopicWriter writer,
      Position scannedTo,
      ScannedCommits scanned,
      Told told) {
    var beat = new Beat(database, target.topic(), settings.owner());
    Duration oplog = new OplogWindow(client, settings.oplogKept()).measure();
    Position position = scannedTo;
    try (var stream = JournalStream.after(database, target.topic(), scannedTo.resumeToken())) {
      beat.send(clock.instant(), null, null, oplog, null);
      Instant deadline = clock.instant().plus(BEAT_BACK_MAX);
      while (clock.instant().isBefore(deadline)) {
        told.at(position, scanned.commits());
        Window window = scanned.without(stream.next());
        if (window.beatAt() != null) {
          position = writer.write(window, position);
          beat.send(clock.instant(), position, null, oplog, null);
          return position;
        }
        if (!window.isNothing()) {
          position = writer.writeUnfinished(window, position);
        }
      }
    }
    throw new IllegalStateException(
        "%s: the beat did not come back within %s".formatted(target.topic(), BEAT_BACK_MAX));
  }

  private static Window window(List<JournalCommit> commits, int events, Position start) {
    return new Window(
        commits, events, Objects.requireNonNull(start.resumeToken()), start.clusterSeconds(), null);
  }
}
