package cn.linli.platform.relay;

import cn.linli.platform.lease.Held;
import cn.linli.platform.lease.LeaderLoop;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of the leader: recover, follow, and after any error recover again. Each session begins
 * by fencing every older owner and ends with its producer; nothing is carried over but what the
 * broker says.
 */
final class RelayTerm implements LeaderLoop.Term {

  private static final Logger LOG = LoggerFactory.getLogger(RelayTerm.class);

  /** So that two owners who both believe to lead do not fence each other in step. */
  private static final long JITTER_MILLIS = 200;

  private static final long BACK_OFF_MIN_MILLIS = 250;
  private static final long BACK_OFF_MAX_MILLIS = 5_000;

  private final MongoDatabase database;
  private final RelaySettings settings;
  private final RelayStatus status;
  private final RelayMetrics metrics;
  private final InstantSource clock;
  private final RelaySteps steps;
  private final Recovery recovery;
  private final JournalIdentity journal;
  private final Heart heart;

  RelayTerm(
      MongoDatabase database,
      RelaySettings settings,
      OplogWindow oplog,
      RelayStatus status,
      RelayMetrics metrics,
      InstantSource clock,
      RelaySteps steps) {
    this.database = database;
    this.settings = settings;
    this.status = status;
    this.metrics = metrics;
    this.clock = clock;
    this.steps = steps;
    this.journal = new JournalIdentity(database);
    this.heart = new Heart(database, settings, oplog, status, clock);
    this.recovery = new Recovery(database, settings, journal, heart, clock);
  }

  @Override
  public void lead(Held held) throws Exception {
    long backOffMillis = BACK_OFF_MIN_MILLIS;
    try (Admin admin = KafkaClients.admin(settings.brokers())) {
      TopicState topics = new TopicState(admin, settings);
      while (true) {
        Instant begun = clock.instant();
        try {
          stopIfAlarmed();
          session(held, admin, topics);
          return;
        } catch (RelayStopped e) {
          stop(e.alarm());
        } catch (InterruptException | MongoInterruptedException e) {
          throw interrupted(e);
        } catch (RuntimeException e) {
          giveUpIfFenced(e);
          boolean worked =
              Duration.between(begun, clock.instant()).compareTo(settings.beatInterval()) > 0;
          backOffMillis =
              worked ? BACK_OFF_MIN_MILLIS : Math.min(2 * backOffMillis, BACK_OFF_MAX_MILLIS);
          failed(e, backOffMillis);
        }
        rest(backOffMillis);
      }
    } finally {
      if (status.stoppedBy().isEmpty()) {
        status.phase(RelayStatus.Phase.STANDBY);
      }
    }
  }

  private void session(Held held, Admin admin, TopicState topics) throws InterruptedException {
    status.phase(RelayStatus.Phase.RECOVERING);
    Thread.sleep(ThreadLocalRandom.current().nextLong(JITTER_MILLIS));
    if (!held.stillHeld()) {
      return;
    }
    recovery.prepare(admin, topics);
    try (var writer = new TopicWriter(settings, steps)) {
      writer.fenceOthers();
      Position position = recovery.recover(topics, writer);
      status.position(position);
      heart.beat();
      var stream = JournalStream.after(database, settings.topic(), position.resumeToken());
      try (var windows = new ReadAhead(stream, settings.topic())) {
        LOG.info("following the journal into {} from {}", settings.topic(), position.n());
        status.phase(RelayStatus.Phase.FOLLOWING);
        follow(held, topics, writer, windows, position);
      }
    }
  }

  private void follow(
      Held held, TopicState topics, TopicWriter writer, ReadAhead windows, Position from)
      throws InterruptedException {
    Position position = from;
    boolean beaten = false;
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (heart.isDue()) {
        if (!held.stillHeld()) {
          return;
        }
        heart.beat();
        beaten = true;
        topics.sameTopicsAs(position);
        topics.nobodyElseWrote(writer.next());
      }
      Window window = windows.next();
      if (window == null) {
        continue;
      }
      if (window.isNothing()) {
        status.unpublishedSince(null);
        if (beaten) {
          journal.sameAs(position); // not before all is read: what came before a drop is published
          beaten = false;
        }
      } else {
        position = publish(window, writer, position);
      }
    }
  }

  private Position publish(Window window, TopicWriter writer, Position before) {
    long begunNanos = System.nanoTime();
    if (!window.commits().isEmpty()) {
      status.unpublishedSince(window.commits().getFirst().at());
    }
    Position after = writer.write(window, before);
    status.position(after);
    // A beat without commits proves as much as silence: what came before it is published.
    status.unpublishedSince(
        window.commits().isEmpty() ? null : Instant.ofEpochSecond(window.clusterSeconds()));
    if (window.beatAt() != null) {
      status.lag(Duration.between(window.beatAt(), clock.instant()));
    }
    metrics.committed(window, Duration.ofNanos(System.nanoTime() - begunNanos));
    return after;
  }

  /** An alarm holds until the process ends: every term of this instance stands still. */
  private void stopIfAlarmed() {
    Optional<RelayAlarm> alarm = status.stoppedBy();
    if (alarm.isPresent()) {
      throw new RelayStopped(alarm.get());
    }
  }

  private void stop(RelayAlarm alarm) {
    if (status.stoppedBy().isEmpty()) {
      status.stopped(alarm);
      metrics.alarmed(alarm);
      LOG.error(
          "The relay of {} stopped [{}]. {}", settings.topic(), alarm.code(), alarm.sentence());
    }
  }

  private void failed(RuntimeException e, long backOffMillis) {
    status.phase(RelayStatus.Phase.RECOVERING);
    metrics.recovering();
    if (e instanceof KafkaException
        || e instanceof MongoException
        || e instanceof IllegalStateException) {
      LOG.warn("relay of {} recovers in {} ms: {}", settings.topic(), backOffMillis, e.toString());
    } else {
      LOG.error("relay of {} recovers in {} ms", settings.topic(), backOffMillis, e);
    }
  }

  /** Keeps beating, so that every instance knows how old the oldest unpublished commit is. */
  private void rest(long backOffMillis) throws InterruptedException {
    try {
      if (heart.isDue()) {
        heart.beatFromAfar();
      }
    } catch (RelayStopped e) {
      stop(e.alarm());
    } catch (MongoInterruptedException e) {
      throw interrupted(e);
    } catch (MongoException e) {
      LOG.debug("no beat: {}", e.toString());
    }
    Thread.sleep(backOffMillis / 2 + ThreadLocalRandom.current().nextLong(backOffMillis / 2 + 1));
  }

  private static void giveUpIfFenced(RuntimeException e) {
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProducerFencedException
          || cause instanceof InvalidProducerEpochException) {
        throw e;
      }
    }
  }

  private static InterruptedException interrupted(Exception e) {
    Thread.interrupted();
    var interrupted = new InterruptedException("the term is over");
    interrupted.initCause(e);
    return interrupted;
  }
}
