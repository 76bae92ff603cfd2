package cn.linli.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every relay test says in the end. */
final class Expect {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Expect() {}

  /** Every committed event is on the topic once, dense per stream and per partition. */
  static void allPublishedOnce(RelayWorld world) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .until(() -> world.seen().size() >= world.committedEvents());
    List<RelayWorld.Seen> seen = world.seen();
    assertThat(seen).hasSize(Math.toIntExact(world.committedEvents()));
    dense(seen, world.settings.partitions());
    Map<String, Long> last = new HashMap<>();
    seen.forEach(event -> last.put(event.stream(), event.sequence()));
    assertThat(last).isEqualTo(world.lastSequence);
  }

  static void dense(List<RelayWorld.Seen> seen, int partitions) {
    Map<String, Long> sequences = new HashMap<>();
    Map<Integer, Long> numbers = new HashMap<>();
    for (RelayWorld.Seen event : seen) {
      assertThat(event.sequence())
          .as("sequence in %s", event.stream())
          .isEqualTo(sequences.merge(event.stream(), 1L, Long::sum));
      assertThat(event.n())
          .as("n in partition %d", event.partition())
          .isEqualTo(numbers.merge(event.partition(), 1L, Long::sum));
      byte[] key = event.stream().getBytes(StandardCharsets.UTF_8);
      assertThat(event.partition()).isEqualTo(RelaySettings.partition(key, partitions));
    }
  }

  static void phase(RelayStatus status, RelayStatus.Phase phase) {
    await().atMost(PATIENCE).until(() -> status.phase() == phase);
  }

  static void following(Relay relay) {
    phase(relay.status(), RelayStatus.Phase.FOLLOWING);
  }

  static <A extends RelayAlarm> A stoppedBy(RelayStatus status, Class<A> alarm) {
    await().atMost(PATIENCE).until(() -> status.stoppedBy().isPresent());
    Optional<RelayAlarm> found = status.stoppedBy();
    assertThat(found).get().isInstanceOf(alarm);
    assertThat(status.phase()).isEqualTo(RelayStatus.Phase.STOPPED);
    return alarm.cast(found.orElseThrow());
  }
}
