package cn.linli.platform.relay;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/** Finds out where the relay stands, from the broker alone, or stops. */
final class Recovery {

  private final MongoDatabase database;
  private final RelaySettings settings;
  private final JournalIdentity journal;
  private final Heart heart;
  private final InstantSource clock;

  Recovery(
      MongoDatabase database,
      RelaySettings settings,
      JournalIdentity journal,
      Heart heart,
      InstantSource clock) {
    this.database = database;
    this.settings = settings;
    this.journal = journal;
    this.heart = heart;
    this.clock = clock;
  }

  /** Makes the topics before the first position; afterwards a missing one is an alarm. */
  void prepare(Admin admin, TopicState topics) {
    if (!heart.startedBefore()) {
      new TopicSetup(admin, settings.replicas()).events(settings.topic(), settings.partitions());
    }
    topics.ids();
  }

  /** To be called after older owners were fenced. */
  Position recover(TopicState topics, TopicWriter writer) {
    Optional<Position> last = PositionTopic.last(settings.brokers(), settings.positions());
    if (last.isEmpty()) {
      return first(topics, writer);
    }
    Position position = last.get();
    topics.sameTopicsAs(position);
    topics.nothingLostSince(position);
    journal.sameAs(position);
    return position;
  }

  /**
   * The token is taken before the journal is looked at: a commit is either seen in the journal or
   * comes after the token.
   */
  private Position first(TopicState topics, TopicWriter writer) {
    var token = JournalStream.tokenOfNow(database, settings.topic());
    if (heart.startedBefore() || !journal.isEmpty()) {
      throw new RelayStopped(new RelayAlarm.PositionMissing(settings.topic()));
    }
    if (topics.ends().stream().anyMatch(end -> end > 0)) {
      throw new RelayStopped(new RelayAlarm.TopicNotEmpty(settings.topic()));
    }
    String uuid =
        journal.uuid().orElseThrow(() -> new IllegalStateException("the journal is not made yet"));
    Map<String, String> ids = topics.ids();
    var position =
        Position.first(token, clock.instant().getEpochSecond(), uuid, ids, settings.partitions());
    writer.write(position);
    return position;
  }
}
