package cn.linli.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.local.LocalKafka;
import cn.linli.local.LocalServers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A broker of its own, stopped and started at will. */
class RelayBrokerAwayTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private static LocalKafka kafka;
  private final RelayWorld world = RelayWorld.at(LocalServers.mongo(), kafka);

  @BeforeAll
  static void start() {
    kafka = LocalKafka.temporary();
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @AfterEach
  void close() throws Exception {
    world.close();
  }

  @Test
  void a_first_start_without_a_broker_waits_with_the_first_command_until_there_is_a_position()
      throws Exception {
    kafka.stop();
    Relay relay = world.relay();
    RelayGate gate = world.gate();
    await().during(Duration.ofSeconds(2)).until(() -> !gate.accepting());
    assertThat(gate.ready()).isNotDone();
    assertThat(gate.closedFor()).isPresent();

    kafka.restart();
    gate.ready().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(PositionTopic.last(world.settings.brokers(), world.settings.positions()))
        .isPresent();
    assertThat(gate.closedFor()).isEmpty();
    world.commit("petition:first", 2);
    Expect.allPublishedOnce(world);
    Expect.following(relay);
  }

  @Test
  void commands_go_on_while_the_broker_is_away_and_everything_follows_when_it_is_back() {
    Relay relay = world.relay();
    Expect.following(relay);
    world.commit("petition:before", 1);
    Expect.allPublishedOnce(world);
    RelayGate gate = world.gate();
    await().until(gate::accepting);

    kafka.stop();
    world.commit("petition:during", 3);
    await().atMost(PATIENCE).until(() -> relay.status().unpublishedSince().isPresent());
    relay.close();
    // a service started anew while the broker is away
    Relay other = world.relay();
    world.commit("petition:during", 2);
    await().atMost(PATIENCE).until(() -> other.status().unpublishedSince().isPresent());
    assertThat(gate.accepting()).isTrue();
    assertThat(other.status().alarm()).isEmpty();

    kafka.restart();
    Expect.allPublishedOnce(world);
    Expect.following(other);
    await().atMost(PATIENCE).until(() -> other.status().unpublishedSince().isEmpty());
  }

  @Test
  void commands_are_refused_once_the_oldest_unpublished_one_is_older_than_the_bound()
      throws Exception {
    var impatient = withUnpublishedMax(Duration.ofSeconds(4));
    Relay relay = world.relay();
    try (var gate = new RelayGate(world.database, impatient, InstantSource.system()).start()) {
      gate.ready().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      Expect.following(relay);
      kafka.stop();
      await().during(Duration.ofSeconds(5)).atMost(PATIENCE).until(gate::accepting);

      world.commit("petition:stuck", 1);
      assertThat(gate.accepting()).isTrue();
      await().atMost(PATIENCE).until(() -> !gate.accepting());

      kafka.restart();
      await().atMost(PATIENCE).until(gate::accepting);
      Expect.allPublishedOnce(world);
      assertThat(world.meters.get("linli.relay.recoveries").counter().count()).isPositive();
    }
  }

  private RelaySettings withUnpublishedMax(Duration max) {
    RelaySettings s = world.settings;
    return new RelaySettings(
        s.brokers(),
        s.topic(),
        s.partitions(),
        s.replicas(),
        s.owner(),
        s.beatInterval(),
        s.oplogKept(),
        max);
  }
}
