package cn.linli.gateway.views.figures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.EventCodec;
import cn.linli.events.Stamp;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.ActivityPlan;
import cn.linli.events.timebank.CheckWay;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.ServiceEvent.ActivityCancelled;
import cn.linli.events.timebank.ServiceEvent.ActivityPublished;
import cn.linli.events.timebank.ServiceEvent.CheckedIn;
import cn.linli.events.timebank.ServiceEvent.Missed;
import cn.linli.events.timebank.ServiceEvent.ServiceConfirmed;
import cn.linli.events.timebank.ServiceEvent.SignUpWithdrawn;
import cn.linli.events.timebank.ServiceEvent.SignedUp;
import cn.linli.events.timebank.TimebankEvent;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.fold.CellKeys;
import cn.linli.platform.fold.FoldRecord;
import cn.linli.platform.fold.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each figure of the time bank by its published formula. */
class BankFiguresTest {

  private static final String HERE = "370602003006";
  private static final String VOLUNTEER = "0".repeat(26);
  private static final String ELDER = "1".repeat(26);
  private static final EventCodec<TimebankEvent> CODEC = EventCodec.of(TimebankEvent.class);

  private final List<FoldRecord> records = new ArrayList<>();

  @Test
  void given_time_is_posted_and_what_it_buys_is_redeemed() {
    line(VOLUNTEER, "2026-03-02", Unit.MINUTES, 60, Reason.SERVICE, "kitchen", true);
    line(VOLUNTEER, "2026-03-09", Unit.MINUTES, 30, Reason.SERVICE, "patrol", false);
    line(ELDER, "2026-03-09", Unit.MINUTES, 120, Reason.GRANT, null, false);
    line(ELDER, "2026-03-10", Unit.MINUTES, -45, Reason.EXCHANGE, null, false);
    line(VOLUNTEER, "2026-03-10", Unit.MINUTES, 45, Reason.EXCHANGE, "shopping", false);
    line(VOLUNTEER, "2026-03-11", Unit.MINUTES, -20, Reason.REDEEMED, null, false);
    line(VOLUNTEER, "2026-03-12", Unit.MINUTES, -10, Reason.OVERFLOW, null, false);
    line("pool-" + HERE, "2026-03-12", Unit.MINUTES, 10, Reason.OVERFLOW, null, false);

    assertThat(march("minutesPosted")).isEqualTo(135L);
    assertThat(march("minutesRedeemed")).isEqualTo(65L);
    assertThat(march("liabilityMinutes")).as("without the pool").isEqualTo(180L);
  }

  @Test
  void minutes_outstanding_are_those_at_the_end_of_the_period() {
    line(VOLUNTEER, "2026-02-27", Unit.MINUTES, 60, Reason.SERVICE, "kitchen", true);
    line(VOLUNTEER, "2026-03-02", Unit.MINUTES, 60, Reason.SERVICE, "kitchen", true);
    line(VOLUNTEER, "2026-04-02", Unit.MINUTES, -100, Reason.REDEEMED, null, false);

    assertThat(march("liabilityMinutes")).isEqualTo(120L);
  }

  @Test
  void points_are_those_of_deeds_and_never_minutes() {
    line(ELDER, "2026-03-02", Unit.POINTS, 60, Reason.WELCOME, null, false);
    line(ELDER, "2026-03-02", Unit.POINTS, 10, Reason.DEED, null, false);
    line(ELDER, "2026-03-03", Unit.POINTS, -8, Reason.REDEEMED, null, false);

    assertThat(march("pointsPosted")).isEqualTo(10L);
    assertThat(march("minutesPosted")).isEqualTo(0L);
    assertThat(march("minutesRedeemed")).isEqualTo(0L);
    assertThat(march("liabilityMinutes")).isEqualTo(0L);
  }

  @Test
  void a_volunteer_counts_once_in_a_month_on_every_tier() {
    line(VOLUNTEER, "2026-03-02", Unit.MINUTES, 60, Reason.SERVICE, "kitchen", true);
    line(VOLUNTEER, "2026-03-09", Unit.MINUTES, 60, Reason.SERVICE, "kitchen", false);
    line(ELDER, "2026-03-09", Unit.MINUTES, 60, Reason.SERVICE, "patrol", true);

    for (String place : List.of("37", "3706", "370602", "370602003", HERE)) {
      assertThat(
              folded().figure("bank.activeVolunteers", place, "2026-03-01", "2026-03-31").value())
          .as(place)
          .isEqualTo(2L);
    }
  }

  @Test
  void given_time_is_broken_down_by_service() {
    line(VOLUNTEER, "2026-03-02", Unit.MINUTES, 60, Reason.SERVICE, "kitchen", true);
    line(ELDER, "2026-03-02", Unit.MINUTES, 30, Reason.SERVICE, "patrol", true);

    assertThat(folded().cells().entrySet())
        .filteredOn(cell -> cell.getKey().startsWith(HERE + "|2026-03|bank"))
        .anySatisfy(cell ->
            assertThat(cell.getValue().toString())
                .contains(
                    CellKeys.label("service", "kitchen"), CellKeys.label("service", "patrol")));
    assertThat(Figures.ALL.stream().filter(it -> Figures.canBeDivided(it, Dimension.SERVICE)))
        .extracting(Figure::code)
        .containsExactly(
            "bank.minutesPosted",
            "bank.activities.published",
            "bank.activities.places",
            "bank.activities.confirmed");
  }

  @Test
  void an_activity_counts_people_step_by_step_and_nobody_twice() {
    var plan =
        new ActivityPlan(
            "t",
            HERE,
            "culture",
            Instant.parse("2026-03-02T01:00:00Z"),
            Instant.parse("2026-03-02T05:00:00Z"),
            20,
            1,
            null,
            false,
            null,
            List.of(),
            true,
            List.of(),
            null);
    happened("2026-03-01", new ActivityPublished("v", null, plan.endsAt(), plan));
    happened("2026-03-01", new SignedUp("v", "one", false, false));
    happened("2026-03-01", new SignedUp("v", "two", true, false));
    happened("2026-03-01", new SignedUp("v", "three", false, false));
    happened("2026-03-01", new SignUpWithdrawn("v", "three"));
    happened("2026-03-02", new CheckedIn("v", "one", plan.startsAt(), CheckWay.OWN, null, null));
    happened("2026-03-02", new CheckedIn("v", "one", plan.endsAt(), CheckWay.OWN, null, true));
    happened("2026-03-03", new ServiceConfirmed("v", null, 60, true, "one", "culture"));
    happened("2026-03-03", new Missed("v", "two"));
    happened("2026-03-04", new ActivityCancelled("w", null, "rain"));

    assertThat(march("activities.published")).isEqualTo(1L);
    assertThat(march("activities.places")).isEqualTo(20L);
    assertThat(march("activities.signedUp")).isEqualTo(2L);
    assertThat(march("activities.checkedIn")).isEqualTo(1L);
    assertThat(march("activities.confirmed")).isEqualTo(1L);
    assertThat(march("activities.noShows")).isEqualTo(1L);
    assertThat(march("activities.cancelled")).isEqualTo(1L);
  }

  private void happened(String day, TimebankEvent event) {
    var at = LocalDate.parse(day).atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    var stamp =
        new Stamp(LocalDate.parse(day), at, List.of("37", "3706", "370602", "370602003", HERE));
    records.add(record(event, stamp, at));
  }

  private void line(
      String account,
      String day,
      Unit unit,
      long amount,
      Reason reason,
      String service,
      boolean firstOfMonth) {
    var posted =
        new Posted(
            account + "-" + unit.code() + "-" + (records.size() + 1),
            unit,
            amount,
            0,
            0,
            "issue:" + HERE,
            reason,
            null,
            "0".repeat(64),
            service,
            null,
            firstOfMonth ? Boolean.TRUE : null);
    happened(day, posted);
  }

  private static FoldRecord record(TimebankEvent posted, Stamp stamp, Instant at) {
    return new FoldRecord(
        "linli.timebank",
        0,
        0,
        1,
        CODEC.type(posted),
        "a:x:1",
        HERE,
        at.toString(),
        CODEC.encode(posted, stamp).getBytes(UTF_8));
  }

  private Folded folded() {
    var fold = new BankFold(ZoneId.of("Asia/Shanghai"));
    var tally = new Tally(fold);
    records.forEach(record -> fold.fold(record, tally));
    return Folded.of(tally);
  }

  private Number march(String code) {
    return folded().figure("bank." + code, HERE, "2026-03-01", "2026-03-31").value();
  }
}
