package cn.linli.timebank.domain.wristbands;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.DoubtEvent.DoubtEnded;
import cn.linli.events.timebank.DoubtEvent.DoubtResolved;
import cn.linli.events.timebank.DoubtEvent.SessionDoubted;
import cn.linli.events.timebank.SessionFlag;
import cn.linli.events.timebank.WristbandEvent.BookedSession;
import cn.linli.events.timebank.WristbandEvent.SessionDecided;
import cn.linli.events.timebank.WristbandEvent.SessionsSettled;
import cn.linli.events.timebank.WristbandEvent.WristbandBound;
import cn.linli.timebank.domain.wristbands.DoubtRules.Finding;
import cn.linli.timebank.domain.wristbands.Reading.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clerk settles stays settled. */
class DoubtTest {

  private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");
  private static final Instant NOW = MORNING.plus(Duration.ofHours(40));
  private static final WristbandTerms TERMS = new WristbandTerms(0, Duration.ZERO);

  private static final BookedSession OPEN =
      new BookedSession("s", LocalDate.parse("2026-03-02"), "meals", 0, 0, null, SessionFlag.OPEN);

  private static final Doubt DOUBT =
      Doubt.NONE.evolve(new SessionDoubted(OPEN, "b", "a", "370602003006", "begins"), NOW);

  private static @Nullable Instant at(@Nullable Integer minute) {
    return minute == null ? null : MORNING.plus(Duration.ofMinutes(minute));
  }

  @ParameterizedTest(name = "{0} to {1}, void {2}: {3}")
  @CsvSource({
    "0, 60, false,",
    ", , true,",
    ", , false, resolution-unclear",
    "0, , false, resolution-unclear",
    "0, 60, true, resolution-unclear",
    "60, 0, false, resolution-times",
    "0, 721, false, resolution-times",
    "-700, -640, false, resolution-times",
    "2390, 2410, false, resolution-times",
  })
  void a_finding_is_one_session_of_that_day_or_none(
      @Nullable Integer from, @Nullable Integer until, boolean isVoid, @Nullable String code) {
    var refusal = DoubtRules.objection(DOUBT, new Finding(at(from), at(until), isVoid), NOW);
    assertThat(refusal == null ? null : refusal.code()).isEqualTo(code);
  }

  @Test
  void it_is_settled_once_and_not_after_readings_changed_it() {
    var nothing = new Finding(null, null, true);
    Doubt resolved = DOUBT.evolve(new DoubtResolved("s", false, 0, 0, null, "r"), NOW);
    assertThat(resolved.status()).isEqualTo(Doubt.Status.VOID);
    assertThat(DoubtRules.objection(resolved, nothing, NOW).code()).isEqualTo("session-resolved");
    Doubt ended = DOUBT.evolve(new DoubtEnded("s"), NOW);
    assertThat(DoubtRules.objection(ended, nothing, NOW).code()).isEqualTo("session-changed");
  }

  @Test
  void a_cap_is_no_doubt() {
    assertThat(Doubt.isDoubtful(OPEN)).isTrue();
    var capped = new BookedSession("s", OPEN.day(), "meals", 0, 0, null, SessionFlag.CAPPED);
    assertThat(Doubt.isDoubtful(capped)).isFalse();
  }

  /** However it ends by what is read later: where and when it began is the same. */
  @Test
  void readings_that_come_later_neither_book_nor_take_back_what_a_clerk_settled() {
    var readings = new ArrayList<Reading>();
    readings.add(new Reading("k", 1, Kind.CHECK_IN, MORNING, "kitchen", "meals"));
    Wristband band =
        Wristband.NONE.evolve(new WristbandBound("a", "370602003006", MORNING), MORNING);
    Plan first = plan(readings, band);
    assertThat(first.book()).hasSize(1);
    Plan.Due due = first.book().getFirst();
    var noted = new BookedSession(due.id(), due.day(), "meals", 0, 0, null, due.session().flag());
    band =
        band.evolve(new SessionsSettled(List.of(noted), List.of(), List.of(), 1, null), NOW)
            .evolve(new SessionDecided(due.id(), due.begins()), NOW);
    assertThat(band.booked()).isEmpty();

    readings.add(
        new Reading("k", 2, Kind.CHECK_OUT, MORNING.plusSeconds(3_600), "kitchen", "meals"));
    Plan later = plan(readings, band);
    assertThat(later.book()).isEmpty();
    assertThat(later.takeBack()).isEmpty();

    Plan gone =
        Plan.of(
            readings,
            band.booked(),
            band.decided(),
            TERMS,
            MORNING.plus(WristbandTerms.KEPT).plusSeconds(7_200),
            Session::toString);
    assertThat(gone.left()).isZero();
    band = band.evolve(new SessionsSettled(List.of(), List.of(), gone.forgotten(), 0, null), NOW);
    assertThat(band.decided()).as("forgotten with its readings").isEmpty();
  }

  private static Plan plan(List<Reading> readings, Wristband band) {
    return Plan.of(readings, band.booked(), band.decided(), TERMS, NOW, Session::toString);
  }
}
