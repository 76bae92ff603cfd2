package cn.linli.platform.journal;

import static cn.linli.platform.commit.Accounts.account;
import static cn.linli.platform.commit.Accounts.add;
import static cn.linli.platform.commit.Accounts.command;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.local.LocalServers;
import cn.linli.platform.commit.Committer;
import cn.linli.platform.commit.CommitterLimits;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.TestStore;
import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockGuardTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private final MongoClient client = LocalServers.mongo().client();

  private boolean open(Duration serverBehind, Duration roundTrip) {
    var guard = new ClockGuard(client, Clock.systemUTC());
    guard.judge(NOON, NOON.minus(serverBehind), NOON.plus(roundTrip));
    return guard.closedFor().isEmpty();
  }

  @Test
  void a_second_is_tolerated_and_a_slow_answer_is_not_an_offset() {
    assertThat(open(Duration.ZERO, Duration.ofMillis(3))).isTrue();
    assertThat(open(Duration.ofMillis(999), Duration.ofMillis(3))).isTrue();
    assertThat(open(Duration.ofMillis(1001), Duration.ofMillis(3))).isFalse();
    assertThat(open(Duration.ofMillis(-1005), Duration.ofMillis(3))).isFalse();
    assertThat(open(Duration.ofMillis(-2500), Duration.ofSeconds(2))).isTrue();
  }

  @Test
  void an_instance_whose_clock_is_off_takes_no_commands() {
    var late = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-3));
    try (var store = new TestStore();
        var guard = new ClockGuard(client, late).start();
        var committer =
            new Committer(
                new Committer.Store(client, store.database(), TestStore.kinds(1)),
                CommitterLimits.STANDARD,
                late,
                guard,
                new SimpleMeterRegistry())) {
      assertThat(TestStore.get(committer.submit(command(account("a"), add(1)))))
          .isInstanceOf(Outcome.Overloaded.class);
    }
  }
}
