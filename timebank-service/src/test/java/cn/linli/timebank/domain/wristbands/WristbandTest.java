package cn.linli.timebank.domain.wristbands;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.DeviceEvent;
import cn.linli.events.timebank.DeviceEvent.DeviceKeyRotated;
import cn.linli.events.timebank.DeviceEvent.DeviceRegistered;
import cn.linli.events.timebank.DeviceEvent.DeviceRevoked;
import cn.linli.events.timebank.WristbandEvent.ReadingsNoted;
import cn.linli.events.timebank.WristbandEvent.SessionsSettled;
import cn.linli.events.timebank.WristbandEvent.SettlementPutOff;
import cn.linli.events.timebank.WristbandEvent.WristbandBound;
import cn.linli.events.timebank.WristbandEvent.WristbandUnbound;
import cn.linli.platform.decide.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which kiosk may tell what of whom, and who wears which wristband. */
class WristbandTest {

  private static final Instant NOW = Instant.parse("2026-03-10T00:00:00Z");
  private static final String HERE = "370602003006";
  private static final Device KIOSK =
      Device.NONE.evolve(new DeviceRegistered(HERE, "kitchen", "meals", "one"), NOW);
  private static final Wristband WORN =
      Wristband.NONE.evolve(new WristbandBound("zhang", HERE, NOW.minus(Duration.ofDays(9))), NOW);

  @ParameterizedTest(name = "{0} h ago, {1} s ahead: {2}")
  @CsvSource({"0, 0, ", "0, 120, ", "0, 121, future-reading", "72, 0, ", "73, 0, reading-too-late"})
  void when_it_was_read(int hoursAgo, int secondsAhead, String code) {
    Instant at = NOW.minus(Duration.ofHours(hoursAgo)).plusSeconds(secondsAhead);
    assertThat(DeviceRules.refusal(KIOSK, WORN, at, 0, NOW)).isEqualTo(code);
  }

  @Test
  void whose_it_was() {
    Instant earlier = NOW.minus(Duration.ofHours(3));
    var off = WORN.evolve(new WristbandUnbound(false, NOW), NOW.minus(Duration.ofHours(2)));
    assertThat(DeviceRules.refusal(KIOSK, Wristband.NONE, earlier, 0, NOW))
        .isEqualTo("unknown-wristband");
    assertThat(DeviceRules.refusal(KIOSK, off, earlier, 0, NOW)).isNull();
    assertThat(DeviceRules.refusal(KIOSK, off, NOW.minus(Duration.ofHours(1)), 0, NOW))
        .isEqualTo("unknown-wristband");
    var elsewhere =
        Wristband.NONE.evolve(new WristbandBound("li", "370602003005", Instant.EPOCH), NOW);
    assertThat(DeviceRules.refusal(KIOSK, elsewhere, earlier, 0, NOW))
        .isEqualTo("foreign-community");
    assertThat(DeviceRules.refusal(KIOSK, WORN, earlier, WristbandTerms.READINGS_MAX, NOW))
        .isEqualTo("too-many-readings");
  }

  @Test
  void a_key_is_good_for_what_was_read_before_it_was_replaced_for_three_days() {
    Device rotated = rotated();
    assertThat(DeviceRules.keys(KIOSK, NOW, NOW)).containsExactly("one");
    assertThat(DeviceRules.keys(rotated, NOW, NOW)).containsExactly("two", "one");
    assertThat(DeviceRules.keys(rotated, NOW.plusMillis(1), NOW.plusSeconds(5)))
        .containsExactly("two");
    assertThat(DeviceRules.keys(rotated, NOW, NOW.plus(Duration.ofHours(73))))
        .containsExactly("two");
    assertThat(refusal(DeviceRules.rotate(rotated, "one", NOW))).isEqualTo("device-key-used");
    var revoked = rotated.evolve(new DeviceRevoked(), NOW);
    assertThat(refusal(DeviceRules.rotate(revoked, "three", NOW))).isEqualTo("device-revoked");
    assertThat(refusal(DeviceRules.revoke(revoked))).isEqualTo("device-revoked");
    assertThat(refusal(DeviceRules.register(KIOSK, HERE, "a", "b", "c"))).isEqualTo("device-known");
  }

  private static Device rotated() {
    List<DeviceEvent> events =
        ((Decision.Accepted<DeviceEvent>) DeviceRules.rotate(KIOSK, "two", NOW)).events();
    assertThat(events)
        .containsExactly(new DeviceKeyRotated("two", NOW.plus(WristbandTerms.LATE_MAX)));
    return KIOSK.evolve(events.getFirst(), NOW);
  }

  @Test
  void one_wristband_has_one_account_and_rests_before_the_next() {
    assertThat(refusal(WristbandRules.bind(WORN, "li", HERE, NOW, false, NOW)))
        .isEqualTo("wristband-bound");
    assertThat(refusal(WristbandRules.bind(Wristband.NONE, "li", HERE, NOW, true, NOW)))
        .isEqualTo("account-has-wristband");
    assertThat(refusal(WristbandRules.unbind(Wristband.NONE, false, NOW)))
        .isEqualTo("wristband-not-bound");
    Instant free = NOW.plus(WristbandRules.RESTS);
    var off = WORN.evolve(new WristbandUnbound(false, free), NOW);
    assertThat(refusal(WristbandRules.bind(off, "li", HERE, NOW, false, NOW)))
        .isEqualTo("wristband-resting");
    assertThat(WristbandRules.bind(off, "li", HERE, free, false, free))
        .isEqualTo(Decision.accept(new WristbandBound("li", HERE, free)));
    var unsettled = off.evolve(new ReadingsNoted(1, free.plusSeconds(9)), NOW);
    assertThat(refusal(WristbandRules.bind(unsettled, "li", HERE, free, false, free)))
        .isEqualTo("wristband-resting");
    var lost = WORN.evolve(new WristbandUnbound(true, null), NOW);
    assertThat(refusal(WristbandRules.bind(lost, "li", HERE, free, false, free)))
        .isEqualTo("wristband-lost");
  }

  @ParameterizedTest(name = "handed out {0} h ago: {1}")
  @CsvSource({"0, true", "72, true", "73, false", "-1, false"})
  void when_it_was_handed_out(int hoursAgo, boolean possible) {
    Instant since = NOW.minus(Duration.ofHours(hoursAgo));
    assertThat(
            WristbandRules.bind(Wristband.NONE, "li", HERE, since, false, NOW)
                instanceof Decision.Accepted)
        .isEqualTo(possible);
  }

  @Test
  void a_settlement_is_put_off_a_day_at_a_time_and_given_up_in_the_end() {
    Wristband band = WORN.evolve(new ReadingsNoted(2, NOW), NOW);
    for (int day = 0; day < Wristband.PATIENCE.toDays(); day++) {
      Instant at = NOW.plus(Duration.ofDays(day));
      var putOff = putOff(band, "x", at);
      assertThat(putOff.again()).isEqualTo(at.plus(Duration.ofDays(1)));
      band = band.evolve(putOff, at);
    }
    Instant end = NOW.plus(Wristband.PATIENCE);
    assertThat(putOff(band, "x", end).again()).isNull();
    assertThat(band.evolve(putOff(band, "x", end), end).readings()).isZero();
  }

  /** Each batch is looked at when its earliest reading is due, whatever stands in the way. */
  @Test
  void batches_that_go_on_coming_do_not_use_up_the_patience() {
    Wristband band = WORN;
    Instant at = NOW;
    for (int hours = 0; hours < Wristband.PATIENCE.toHours(); hours += 5) {
      at = NOW.plus(Duration.ofHours(hours));
      band = band.evolve(new ReadingsNoted(2, at), at);
      var putOff = putOff(band, "reversal-pending", at);
      assertThat(putOff.again()).as("after %d h", hours).isNotNull();
      band = band.evolve(putOff, at);
    }
    var settled = new SessionsSettled(List.of(), List.of(), List.of(), 2, at);
    band = band.evolve(settled, at);
    Instant later = at.plus(Duration.ofDays(1));
    assertThat(putOff(band, "account-frozen", later).again()).as("begins anew").isNotNull();
  }

  @Test
  void readings_that_came_in_between_are_no_refusal() {
    Wristband band = WORN.evolve(new ReadingsNoted(2, NOW), NOW);
    band = band.evolve(putOff(band, WristbandRules.READINGS_MOVED, NOW), NOW);
    assertThat(band.refusedSince()).isNull();
    assertThat(band.settleAt()).isEqualTo(NOW);
  }

  private static SettlementPutOff putOff(Wristband band, String code, Instant at) {
    boolean over = WristbandRules.givesUp(band, code, at);
    var decided = (Decision.Accepted<?>) (Decision<?>) WristbandRules.putOff(code, over, at);
    return (SettlementPutOff) decided.events().getFirst();
  }

  private static String refusal(Decision<?> decision) {
    return ((Decision.Refused<?>) decision).refusal().code();
  }
}
