package cn.linli.platform.relay;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.bson.BsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the leader's beat and watches how old the position grows. Used by the relay's thread. */
final class Heart {

  private static final Logger LOG = LoggerFactory.getLogger(Heart.class);

  private final MongoDatabase database;
  private final RelaySettings settings;
  private final OplogWindow oplog;
  private final RelayStatus status;
  private final InstantSource clock;
  private final Beat beat;
  private Instant next = Instant.MIN;

  Heart(
      MongoDatabase database,
      RelaySettings settings,
      OplogWindow oplog,
      RelayStatus status,
      InstantSource clock) {
    this.database = database;
    this.settings = settings;
    this.oplog = oplog;
    this.status = status;
    this.clock = clock;
    this.beat = new Beat(database, settings.topic(), settings.owner());
  }

  boolean isDue() {
    return !clock.instant().isBefore(next);
  }

  /** Whether some owner once committed a first position of this topic. */
  boolean startedBefore() {
    return beat.last().map(Beat.Report::first).orElse(false);
  }

  void beat() {
    Instant now = clock.instant();
    next = now.plus(settings.beatInterval());
    Duration window = oplog.measure();
    watchAge(now, window);
    beat.send(
        now,
        status.position().orElse(null),
        status.unpublishedSince().orElse(null),
        window,
        status.alarm().map(RelayAlarm::code).orElse(null));
  }

  /** While nothing can be published: looks for the oldest commit that waits, then beats. */
  void beatFromAfar() {
    if (status.unpublishedSince().isEmpty() && status.stoppedBy().isEmpty()) {
      Optional<BsonDocument> token = lastToken();
      if (token.isPresent()) {
        oldestAfter(token.get()).ifPresent(status::unpublishedSince);
      }
    }
    beat();
  }

  private Optional<BsonDocument> lastToken() {
    Optional<Position> position = status.position();
    if (position.isPresent()) {
      return Optional.of(position.get().resumeToken());
    }
    return beat.last().map(Beat.Report::token).map(BsonDocument::parse);
  }

  private Optional<Instant> oldestAfter(BsonDocument token) {
    try (var stream = JournalStream.after(database, settings.topic(), token)) {
      Window window = stream.next();
      while (!window.isNothing() && window.commits().isEmpty()) {
        window = stream.next();
      }
      return window.commits().stream().findFirst().map(JournalCommit::at);
    }
  }

  private void watchAge(Instant now, Duration window) {
    Optional<Instant> published =
        status.published().or(() -> beat.last().map(Beat.Report::published));
    Duration half = window.dividedBy(2);
    Duration age = published.map(at -> Duration.between(at, now)).orElse(Duration.ZERO);
    if (age.compareTo(half) <= 0) {
      status.tokenAged(null);
      return;
    }
    var alarm = new RelayAlarm.TokenAged(age, half);
    if (status.alarm().isEmpty()) {
      LOG.error("The relay of {} [{}]. {}", settings.topic(), alarm.code(), alarm.sentence());
    }
    status.tokenAged(alarm);
  }
}
