package cn.linli.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelayBeatTest {

  private static final Instant NOW = Instant.parse("2026-01-05T02:00:00Z");

  private final RelayWorld world = RelayWorld.fresh();

  @AfterEach
  void close() throws Exception {
    world.close();
  }

  @Test
  void in_an_idle_night_the_position_moves_with_the_beats_and_the_lag_is_measured() {
    Relay relay = world.relay();
    Expect.following(relay);
    Position evening = position();

    await().until(() -> position().clusterSeconds() > evening.clusterSeconds());
    Position morning = position();
    assertThat(morning.token()).isNotEqualTo(evening.token());
    assertThat(morning.n()).isEqualTo(evening.n());
    assertThat(morning.ends()).isEqualTo(evening.ends());
    assertThat(relay.status().lag()).isBetween(Duration.ofNanos(1), Duration.ofSeconds(5));
    assertThat(world.meters.get("linli.relay.lag.seconds").gauge().value()).isPositive();

    relay.close();
    world.commit("petition:morning", 2);
    world.relay();
    Expect.allPublishedOnce(world);
  }

  @Test
  void a_position_older_than_half_of_the_oplogs_window_is_an_alarm_that_goes_away_with_it() {
    var status = new RelayStatus();
    var kept = Duration.ofHours(4);
    var heart =
        new Heart(
            world.database,
            world.settings,
            new OplogWindow(world.client, kept),
            status,
            InstantSource.system());
    status.position(positionAt(Instant.now().minus(Duration.ofMinutes(119))));
    heart.beat();
    assertThat(status.alarm()).isEmpty();

    status.position(positionAt(Instant.now().minus(Duration.ofMinutes(121))));
    heart.beat();
    assertThat(status.alarm()).get().isInstanceOf(RelayAlarm.TokenAged.class);
    assertThat(status.stoppedBy()).isEmpty();
    assertThat(report().alarm()).isEqualTo("token-aged");

    status.position(positionAt(Instant.now()));
    heart.beat();
    assertThat(status.alarm()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // case, first position, beat's age s, published's age s, unpublished's age s, window h, accepts
    "nothing waits,                       true,   1,     1,     ,   4, true",
    "broker away and idle,                true,   1,  7000,     ,   4, true",
    "oldest below the bound,              true,   1,  3700, 3599,   4, true",
    "oldest above the bound,              true,   1,  3700, 3601,   4, false",
    "above half of a short window,        true,   1,  3700, 1801,   1, false",
    "below half of a short window,        true,   1,  3700, 1799,   1, true",
    "nobody leads but not for long,       true, 300,   300,     ,   4, true",
    "nobody leads and published long ago, true, 300,  3601,     ,   4, false",
    "no first position yet,              false,   1,      ,     ,   4, false",
  })
  void commands_are_taken(
      String name,
      boolean first,
      long beatAge,
      @Nullable Long publishedAge,
      @Nullable Long unpublishedAge,
      long windowHours,
      boolean accepts) {
    var beat = new Beat(world.database, world.settings.topic(), "leader");
    beat.send(
        NOW.minusSeconds(beatAge),
        first && publishedAge != null ? positionAt(NOW.minusSeconds(publishedAge)) : null,
        unpublishedAge == null ? null : NOW.minusSeconds(unpublishedAge),
        Duration.ofHours(windowHours),
        null);
    try (var gate = new RelayGate(world.database, hourly(), InstantSource.fixed(NOW))) {
      gate.look();
      assertThat(gate.accepting()).isEqualTo(accepts);
      assertThat(gate.ready().isDone()).isEqualTo(accepts);
    }
  }

  @Test
  void without_any_beat_no_command_is_taken() {
    try (var gate = new RelayGate(world.database, hourly(), InstantSource.fixed(NOW))) {
      gate.look();
      assertThat(gate.accepting()).isFalse();
    }
  }

  @Test
  void the_window_is_what_the_server_keeps_until_its_oplog_is_really_cut() {
    Duration promised = Duration.ofDays(30);
    assertThat(new OplogWindow(world.client, promised).measure()).isEqualTo(promised);
    // a server that has been up for a while shows more than a promise of nothing
    world.commit("petition:w", 1);
    await()
        .until(() ->
            new OplogWindow(world.client, Duration.ZERO).measure().compareTo(Duration.ZERO) > 0);
  }

  private RelaySettings hourly() {
    return RelaySettings.of(
        world.settings.brokers(), world.settings.topic(), RelayWorld.PARTITIONS, "instance");
  }

  private Position position() {
    return PositionTopic.last(world.settings.brokers(), world.settings.positions()).orElseThrow();
  }

  private Beat.Report report() {
    return new Beat(world.database, world.settings.topic(), "reader").last().orElseThrow();
  }

  private static Position positionAt(Instant instant) {
    return Position.first(
        new BsonDocument(), instant.getEpochSecond(), "journal", Map.of(), RelayWorld.PARTITIONS);
  }
}
