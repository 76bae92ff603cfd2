package cn.linli.platform.relay;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down while an alarm stands, out of service while commands are turned away: the first needs a
 * person, the second passes.
 */
final class RelayHealth implements HealthIndicator {

  private final RelayGate gate;
  private final Relay relay;

  RelayHealth(RelayGate gate, Relay relay) {
    this.gate = gate;
    this.relay = relay;
  }

  @Override
  public Health health() {
    var health = gate.accepting() ? Health.up() : Health.outOfService();
    health
        .withDetail("accepting", gate.accepting())
        .withDetail("phase", relay.status().phase())
        .withDetail("lagMillis", relay.status().lag().toMillis());
    relay
        .status()
        .alarm()
        .ifPresent(alarm ->
            health.down().withDetail("alarm", alarm.code()).withDetail("what", alarm.sentence()));
    return health.build();
  }
}
