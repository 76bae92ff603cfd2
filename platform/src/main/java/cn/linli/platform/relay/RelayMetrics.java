package cn.linli.platform.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Names begin with {@code linli.relay}; the only tags are the topic and the alarm's code. */
final class RelayMetrics {

  private static final double MILLIS_PER_SECOND = 1_000.0;

  private final MeterRegistry registry;
  private final String topic;
  private final Counter events;
  private final Counter recoveries;
  private final Timer transactions;
  private final DistributionSummary sizes;

  RelayMetrics(MeterRegistry registry, String topic, RelayStatus status, InstantSource clock) {
    this.registry = registry;
    this.topic = topic;
    this.events = registry.counter("linli.relay.events", "topic", topic);
    this.recoveries = registry.counter("linli.relay.recoveries", "topic", topic);
    this.transactions = registry.timer("linli.relay.transactions", "topic", topic);
    this.sizes = registry.summary("linli.relay.transaction.events", "topic", topic);
    gauge("linli.relay.lag.seconds", status, s -> seconds(s.lag()));
    gauge("linli.relay.token.age.seconds", status, s -> age(s.published(), clock));
    gauge("linli.relay.unpublished.age.seconds", status, s -> age(s.unpublishedSince(), clock));
    gauge("linli.relay.alarmed", status, s -> s.alarm().isPresent() ? 1 : 0);
    gauge("linli.relay.following", status, s -> s.phase() == RelayStatus.Phase.FOLLOWING ? 1 : 0);
  }

  void committed(Window window, Duration took) {
    events.increment(window.events());
    sizes.record(window.events());
    transactions.record(took);
  }

  void recovering() {
    recoveries.increment();
  }

  void alarmed(RelayAlarm alarm) {
    registry.counter("linli.relay.alarm", "topic", topic, "alarm", alarm.code()).increment();
  }

  private void gauge(
      String name, RelayStatus status, java.util.function.ToDoubleFunction<RelayStatus> value) {
    Gauge.builder(name, status, value).tag("topic", topic).register(registry);
  }

  private static double age(Optional<Instant> since, InstantSource clock) {
    return since.map(instant -> seconds(Duration.between(instant, clock.instant()))).orElse(0.0);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / MILLIS_PER_SECOND;
  }
}
