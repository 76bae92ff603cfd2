package cn.linli.platform.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What this instance's relay is doing; written by its one thread, read by health and metrics. */
public final class RelayStatus {

  public enum Phase {
    /** Another instance leads, or nobody has taken the lease yet. */
    STANDBY,
    /** Finding out where it stands, or waiting for broker or database. */
    RECOVERING,
    FOLLOWING,
    /** An alarm stopped it until the service starts again. */
    STOPPED
  }

  private volatile Phase phase = Phase.STANDBY;
  private volatile @Nullable RelayAlarm stoppedBy;
  private volatile RelayAlarm.@Nullable TokenAged tokenAged;
  private volatile @Nullable Position position;
  private volatile @Nullable Instant unpublishedSince;
  private volatile Duration lag = Duration.ZERO;

  public Phase phase() {
    return phase;
  }

  /** What needs a person, the one that stopped it first. */
  public Optional<RelayAlarm> alarm() {
    RelayAlarm stopped = stoppedBy;
    return Optional.ofNullable(stopped == null ? tokenAged : stopped);
  }

  /** How long the last beat took from its writing to its commit on the topic's side. */
  public Duration lag() {
    return lag;
  }

  /** Instant of the oldest commit known not to be on the topic. */
  public Optional<Instant> unpublishedSince() {
    return Optional.ofNullable(unpublishedSince);
  }

  /** The server's time of the last committed position. */
  public Optional<Instant> published() {
    Position last = position;
    return last == null
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(last.clusterSeconds()));
  }

  Optional<Position> position() {
    return Optional.ofNullable(position);
  }

  void phase(Phase phase) {
    this.phase = phase;
  }

  void stopped(RelayAlarm alarm) {
    this.stoppedBy = alarm;
    this.phase = Phase.STOPPED;
  }

  Optional<RelayAlarm> stoppedBy() {
    return Optional.ofNullable(stoppedBy);
  }

  void tokenAged(RelayAlarm.@Nullable TokenAged aged) {
    this.tokenAged = aged;
  }

  void position(Position position) {
    this.position = position;
  }

  void unpublishedSince(@Nullable Instant since) {
    this.unpublishedSince = since;
  }

  void lag(Duration lag) {
    this.lag = lag;
  }
}
