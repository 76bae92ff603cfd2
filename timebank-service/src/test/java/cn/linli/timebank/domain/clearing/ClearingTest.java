package cn.linli.timebank.domain.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.linli.events.timebank.ClearingEvent;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.domain.clearing.Clearing.Leg;
import cn.linli.timebank.domain.clearing.NetPositions.Flow;
import cn.linli.timebank.domain.clearing.NetPositions.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ClearingTest {

  private static final String DAHAIYANG = "370602003006";
  private static final String YULIN = "370602003007";
  private static final long LIMIT = 120;
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  /** Three in one district, one in its neighbour, one in another city. */
  private static final List<String> COMMUNITIES =
      List.of(DAHAIYANG, YULIN, "370602004001", "370611104203", "620201001001");

  @Test
  void what_is_reserved_counts_as_owed_and_the_limit_holds_on_either_side() {
    Pair pair = after(Pair.NONE, Clearing.reserve(Pair.NONE, leg(DAHAIYANG, YULIN, 90), LIMIT));

    assertThat(Clearing.reserve(pair, leg(DAHAIYANG, YULIN, 31), LIMIT))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            it ->
                assertThat(it.refusal().details())
                    .containsEntry("limit", LIMIT)
                    .containsEntry("left", 30L));
    assertThat(Clearing.reserve(pair, leg(YULIN, DAHAIYANG, 120), LIMIT))
        .isInstanceOf(Decision.Accepted.class);
    Pair settled = pair.evolve(Clearing.settle(pair, leg(DAHAIYANG, YULIN, 90)), NOW);
    assertThat(settled.owedBy(DAHAIYANG)).isEqualTo(90);
    assertThat(settled.owedBy(YULIN)).isEqualTo(-90);
    assertThat(settled.reservedFor(DAHAIYANG)).isZero();
    assertThat(Clearing.reserve(settled, leg(YULIN, DAHAIYANG, 210), LIMIT))
        .as("what the other owes makes room")
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void a_pair_counts_where_both_lie() {
    assertThat(after(Pair.NONE, Clearing.move(Pair.NONE, leg(YULIN, DAHAIYANG, 1), 9)).around())
        .isEqualTo("370602003");
    assertThat(
            after(Pair.NONE, Clearing.move(Pair.NONE, leg(YULIN, "370611104203", 1), 9)).around())
        .isEqualTo("3706");
    assertThat(
            after(Pair.NONE, Clearing.move(Pair.NONE, leg(YULIN, "620201001001", 1), 0)).around())
        .isEqualTo("37");
  }

  @Test
  void what_was_not_reserved_is_neither_settled_nor_released() {
    Leg leg = leg(DAHAIYANG, YULIN, 1);

    assertThatThrownBy(() -> Clearing.settle(Pair.NONE, leg))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Clearing.release(Pair.NONE, leg))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> leg(DAHAIYANG, DAHAIYANG, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_two_communities_of_a_district_owe_each_other_is_no_debt_of_the_district() {
    var positions =
        NetPositions.of(
            List.of(
                new Flow(DAHAIYANG, YULIN, 60),
                new Flow(YULIN, "370611104203", 45),
                new Flow("370611104203", DAHAIYANG, 15)));

    assertThat(positions.communities())
        .containsExactly(
            new Position(DAHAIYANG, 15, 60, -45),
            new Position(YULIN, 60, 45, 15),
            new Position("370611104203", 45, 15, 30));
    assertThat(positions.districts())
        .containsExactly(new Position("370602", 15, 45, -30), new Position("370611", 45, 15, 30));
    assertThat(positions.cities()).isEmpty();
  }

  @Test
  void what_is_taken_back_sets_the_debt_back_even_beyond_the_limit_of_the_other_side() {
    Pair pair = after(Pair.NONE, Clearing.move(Pair.NONE, leg(DAHAIYANG, YULIN, 100), LIMIT));
    pair = after(pair, Clearing.move(pair, leg(YULIN, DAHAIYANG, 220), LIMIT));
    assertThat(pair.owedBy(YULIN)).isEqualTo(LIMIT);

    ClearingEvent.Cleared back = Clearing.takeBack(pair, leg(DAHAIYANG, YULIN, 100));
    pair = pair.evolve(back, NOW);

    assertThat(back.minutes()).isEqualTo(-100);
    assertThat(back.total()).isZero();
    assertThat(pair.spentBy(DAHAIYANG)).isZero();
    assertThat(pair.owedBy(YULIN)).isEqualTo(220);
    assertThat(Clearing.move(pair, leg(YULIN, DAHAIYANG, 1), LIMIT))
        .as("no more on that side until it is owed less")
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            it -> assertThat(it.refusal().details()).containsEntry("left", 0L));
    assertThat(Clearing.move(pair, leg(DAHAIYANG, YULIN, 120), LIMIT))
        .isInstanceOf(Decision.Accepted.class);
  }

  /** Orders are placed, fulfilled and cancelled, minutes transferred and taken back, by chance. */
  @Property(tries = 300)
  void net_positions_sum_to_zero_on_every_tier_and_only_what_is_taken_back_exceeds_a_limit(
      @ForAll long seed) {
    var random = new Random(seed);
    var pairs = new TreeMap<String, Pair>();
    var waiting = new ArrayList<Leg>();
    var cleared = new ArrayList<Leg>();
    var back = new TreeMap<String, Long>();
    long spent = 0;
    for (int step = 0; step < 400; step++) {
      int kind = random.nextInt(12);
      if (kind >= 10 && !cleared.isEmpty()) {
        Leg leg = cleared.remove(random.nextInt(cleared.size()));
        Pair pair = pairs.get(key(leg));
        pairs.put(key(leg), pair.evolve(Clearing.takeBack(pair, leg), NOW));
        back.merge(key(leg), leg.minutes(), Long::sum);
        spent -= leg.minutes();
      } else if (kind >= 5 && !waiting.isEmpty()) {
        Leg leg = waiting.remove(random.nextInt(waiting.size()));
        Pair pair = pairs.get(key(leg));
        boolean fulfilled = kind < 8;
        spent += fulfilled ? leg.minutes() : 0;
        if (fulfilled) {
          cleared.add(leg);
        }
        pairs.put(
            key(leg),
            pair.evolve(fulfilled ? Clearing.settle(pair, leg) : Clearing.release(pair, leg), NOW));
      } else {
        Leg leg = someLeg(random);
        Pair pair = pairs.getOrDefault(key(leg), Pair.NONE);
        boolean atOnce = kind == 0;
        var decision =
            atOnce ? Clearing.move(pair, leg, LIMIT) : Clearing.reserve(pair, leg, LIMIT);
        if (decision instanceof Decision.Accepted<ClearingEvent> accepted) {
          pairs.put(key(leg), pair.evolve(accepted.events().getFirst(), NOW));
          spent += atOnce ? leg.minutes() : 0;
          (atOnce ? cleared : waiting).add(leg);
        }
      }
      pairs.forEach((key, pair) -> withinItsLimit(pair, LIMIT + back.getOrDefault(key, 0L)));
    }
    sumsToZero(pairs, spent);
  }

  private static void withinItsLimit(Pair pair, long limit) {
    assertThat(Math.abs(pair.owedBy(pair.low()))).isLessThanOrEqualTo(limit);
    assertThat(pair.exposure(pair.low())).isLessThanOrEqualTo(limit);
    assertThat(pair.exposure(pair.high())).isLessThanOrEqualTo(limit);
    assertThat(pair.spentLow()).isNotNegative();
    assertThat(pair.spentHigh()).isNotNegative();
    assertThat(pair.reservedLow()).isNotNegative();
    assertThat(pair.reservedHigh()).isNotNegative();
  }

  private static void sumsToZero(Map<String, Pair> pairs, long spent) {
    var flows = new ArrayList<Flow>();
    for (Pair pair : pairs.values()) {
      flows.add(new Flow(pair.low(), pair.high(), pair.spentLow()));
      flows.add(new Flow(pair.high(), pair.low(), pair.spentHigh()));
    }
    var positions = NetPositions.of(flows);
    for (var tier : List.of(positions.communities(), positions.districts(), positions.cities())) {
      assertThat(tier.stream().mapToLong(Position::net).sum()).isZero();
    }
    assertThat(positions.communities().stream().mapToLong(Position::given).sum()).isEqualTo(spent);
  }

  private static Leg someLeg(Random random) {
    String from = COMMUNITIES.get(random.nextInt(COMMUNITIES.size()));
    String to = COMMUNITIES.get(random.nextInt(COMMUNITIES.size()));
    return from.equals(to) ? someLeg(random) : leg(from, to, 1 + random.nextInt(60));
  }

  private static String key(Leg leg) {
    return leg.from().compareTo(leg.to()) < 0
        ? leg.from() + "-" + leg.to()
        : leg.to() + "-" + leg.from();
  }

  private static Leg leg(String from, String to, long minutes) {
    return new Leg(from, to, "o1", minutes, "a".repeat(26), null);
  }

  private static Pair after(Pair pair, Decision<ClearingEvent> decision) {
    return pair.evolve(((Decision.Accepted<ClearingEvent>) decision).events().getFirst(), NOW);
  }
}
