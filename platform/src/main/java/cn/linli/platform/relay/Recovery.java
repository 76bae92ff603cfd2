package cn.linli.platform.relay;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out where the relay stands, from the broker alone, or stops. */
final class Recovery {

  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

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

  /**
   * To be called after older owners were fenced at the coordinator. The position is read again once
   * they are fenced at every partition and nothing is undecided any more.
   */
  Position recover(TopicState topics, TopicWriter writer) {
    Optional<Position> found = last();
    if (found.isEmpty()) {
      return first(topics, writer);
    }
    topics.sameTopicsAs(found.get());
    topics.nothingLostSince(found.get());
    journal.sameAs(found.get());
    settle(topics.transactions(), writer);
    Position position =
        last().orElseThrow(() -> new IllegalStateException("the position is not to be seen"));
    List<Long> ends = topics.ends();
    TopicTail.nothingCommittedBeyond(position, ends, settings.brokers(), settings.topic());
    writer.continueAt(ends);
    return position;
  }

  private void settle(OpenTransactions transactions, TopicWriter writer) {
    transactions
        .any()
        .ifPresent(open ->
            LOG.warn(
                "{} holds records of an older owner that the broker has not decided"
                    + " (decided up to {}, log up to {}): aborted now",
                open.partition(),
                open.stable(),
                open.end()));
    writer.fencePartitions();
    transactions.awaitEnds();
  }

  private Optional<Position> last() {
    return PositionTopic.last(settings.brokers(), settings.positions());
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
    writer.continueAt(position.ends());
    return position;
  }
}
