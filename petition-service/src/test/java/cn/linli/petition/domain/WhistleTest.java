package cn.linli.petition.domain;

import static cn.linli.petition.domain.Scene.COMMUNITY;
import static cn.linli.petition.domain.Scene.DISTRICT;
import static cn.linli.petition.domain.Scene.GRID;
import static cn.linli.petition.domain.Scene.HEATING;
import static cn.linli.petition.domain.Scene.RESIDENT;
import static cn.linli.petition.domain.Scene.STREET;
import static cn.linli.petition.domain.Scene.WATER;
import static cn.linli.petition.domain.Scene.instant;
import static cn.linli.petition.domain.Scene.submitted;
import static cn.linli.petition.domain.Scene.unit;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.CallAnswer;
import cn.linli.events.petition.CalledDepartment;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.PetitionEvent.Accepted;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Unit;
import cn.linli.events.petition.WhistleCase;
import cn.linli.events.petition.WhistleEvent.CallAnswered;
import cn.linli.events.petition.WhistleEvent.CheckInFellDue;
import cn.linli.events.petition.WhistleEvent.CommunityCalled;
import cn.linli.events.petition.WhistleEvent.DepartmentCheckedIn;
import cn.linli.events.petition.WhistleEvent.WhistleClosed;
import cn.linli.events.petition.WhistleEvent.WhistleDeclined;
import cn.linli.events.petition.WhistleEvent.WhistleReported;
import cn.linli.events.petition.WhistleEvent.WhistleScored;
import cn.linli.events.petition.WhistleEvent.Whistled;
import cn.linli.petition.domain.PetitionCommand.Accept;
import cn.linli.petition.domain.PetitionCommand.Reopen;
import cn.linli.petition.domain.PetitionCommand.Resolve;
import cn.linli.petition.domain.WhistleCommand.AnswerCall;
import cn.linli.petition.domain.WhistleCommand.Blow;
import cn.linli.petition.domain.WhistleCommand.CallStreet;
import cn.linli.petition.domain.WhistleCommand.CheckIn;
import cn.linli.petition.domain.WhistleCommand.CloseWhistle;
import cn.linli.petition.domain.WhistleCommand.DeclineWhistle;
import cn.linli.petition.domain.WhistleCommand.Report;
import cn.linli.petition.domain.WhistleCommand.Score;
import cn.linli.petition.domain.WhistleCommand.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhistleTest {

  private static final Unit STREET_UNIT = unit("370602003", null);
  private static final Unit HEATING_UNIT = unit("370602", "heating-company");
  private static final Unit WATER_UNIT = unit("370602", "water-company");
  private static final CallStreet CALL = new CallStreet("reason");
  private static final CheckIn HERE = new CheckIn("w1");
  private static final Report DONE = new Report("w1", "result");
  private static final DeclineWhistle NOT_US = new DeclineWhistle("w1", "reason");
  private static final CloseWhistle CLOSE = new CloseWhistle("w1");

  private static Blow blow(String... departments) {
    return blow(WhistleCase.EMERGENCY, departments);
  }

  private static Blow blow(WhistleCase why, String... departments) {
    return new Blow(
        "w1",
        why,
        Stream.of(departments).map(it -> new Wanted(it, null)).toList(),
        departments[0],
        "reason");
  }

  private static Scene whistled(String... departments) {
    return submitted("noise").by(STREET, blow(departments)).accepted();
  }

  private static Whistle whistle(Scene scene) {
    return Whistles.of(scene.state()).find("w1").orElseThrow();
  }

  private static Whistle.Called heating(Scene scene) {
    return whistle(scene).of(HEATING_UNIT).orElseThrow();
  }

  @Test
  void the_community_calls_its_street_which_whistles() {
    var scene =
        submitted("noise")
            .by(COMMUNITY, CALL)
            .then(new CommunityCalled(unit("370602003006", null), STREET_UNIT, "reason"))
            .by(COMMUNITY, CALL)
            .refused("already-called")
            .at("2026-01-05T10:20")
            .by(STREET, new AnswerCall(CallAnswer.WHISTLE, null))
            .then(new CallAnswered(CallAnswer.WHISTLE, 20, null))
            .by(STREET, new AnswerCall(CallAnswer.WHISTLE, null))
            .refused("nothing-asked");
    scene.by(STREET, blow("heating-company")).accepted();
    assertThat(scene.events()).hasSize(1);
  }

  @Test
  void a_whistle_answers_the_call_that_waits() {
    var scene = submitted("noise").by(COMMUNITY, CALL).at("2026-01-05T10:05");
    scene.by(STREET, blow("heating-company")).accepted();
    assertThat(scene.event(CallAnswered.class))
        .isEqualTo(new CallAnswered(CallAnswer.WHISTLE, 5, null));
    assertThat(Whistles.of(scene.state()).call()).isNull();
  }

  @Test
  void the_street_may_handle_it_itself_or_leave_it() {
    var scene =
        submitted("noise")
            .by(COMMUNITY, CALL)
            .by(STREET, new AnswerCall(CallAnswer.HANDLE, null))
            .accepted();
    assertThat(scene.event(Accepted.class).tookOver()).isTrue();
    assertThat(scene.state().unit()).isEqualTo(STREET_UNIT);
    scene = submitted("noise").by(COMMUNITY, CALL);
    scene
        .by(STREET, new AnswerCall(CallAnswer.DECLINE, "why"))
        .then(new CallAnswered(CallAnswer.DECLINE, 0, "why"));
    assertThat(scene.state().unit().division()).isEqualTo(Scene.GRID_CODE);
  }

  @Test
  void who_may_call_answer_and_whistle() {
    submitted("noise").by(GRID, CALL).refused("not-the-community");
    submitted("noise").by(STREET, CALL).refused("not-the-community");
    submitted("noise")
        .by(Scene.staff("community-clerk", "370602003007"), CALL)
        .refused("not-the-community");
    submitted("noise")
        .by(COMMUNITY, CALL)
        .by(DISTRICT, new AnswerCall(CallAnswer.WHISTLE, null))
        .refused("not-the-street");
    for (Actor actor : List.of(COMMUNITY, DISTRICT, HEATING, RESIDENT)) {
      submitted("noise").by(actor, blow("heating-company")).refused("not-the-street");
    }
  }

  @Test
  void a_whistle_names_a_limit_for_each_department_and_leaves_the_answers_clock_alone() {
    var scene = submitted("noise").by(GRID, new Accept());
    var before = scene.state().time().deadlines();
    scene.by(
        STREET,
        new Blow(
            "w1",
            WhistleCase.EMERGENCY,
            List.of(
                new Wanted("heating-company", null),
                new Wanted("water-company", Duration.ofMinutes(10))),
            "water-company",
            "reason"));
    assertThat(scene.event(Whistled.class))
        .isEqualTo(
            new Whistled(
                scene.state().filed().facets(),
                "w1",
                STREET_UNIT,
                WhistleCase.EMERGENCY,
                WATER_UNIT,
                "reason",
                List.of(
                    new CalledDepartment(
                        HEATING_UNIT,
                        instant("2026-01-05T10:30"),
                        Rulebook.CheckInLimit.usual(WhistleCase.EMERGENCY).basis()),
                    new CalledDepartment(
                        WATER_UNIT, instant("2026-01-05T10:10"), Whistling.SET_BY_STREET))));
    assertThat(scene.state().time().deadlines()).isEqualTo(before);
    assertThat(scene.state().unit().division()).isEqualTo(Scene.GRID_CODE);
    assertThat(scene.state().status()).isEqualTo(Status.HANDLING);
  }

  @ParameterizedTest
  @CsvSource({
    "EMERGENCY, 2026-01-05T10:30",
    "JOINT_ENFORCEMENT, 2026-01-07T00:00",
    "UNSOLVABLE, 2026-01-08T00:00"
  })
  void each_case_has_its_usual_limit(WhistleCase why, String dueBy) {
    var scene = submitted("noise").by(STREET, blow(why, "heating-company"));
    assertThat(scene.event(Whistled.class).departments().getFirst().dueBy())
        .isEqualTo(instant(dueBy));
  }

  @Test
  void what_a_whistle_may_not_be() {
    submitted("noise").by(STREET, blow("370602003007")).refused("not-a-department");
    submitted("noise").by(STREET, blow("x", "x")).refused("called-twice");
    submitted("noise").by(STREET, blow("x", "x@370602")).refused("called-twice");
    submitted("noise")
        .by(
            STREET,
            new Blow("w1", WhistleCase.EMERGENCY, List.of(new Wanted("x", null)), "y", "reason"))
        .refused("lead-not-called");
    for (var within : List.of(Duration.ofSeconds(59), Duration.ofDays(31), Duration.ofHours(-1))) {
      submitted("noise")
          .by(
              STREET,
              new Blow(
                  "w1", WhistleCase.EMERGENCY, List.of(new Wanted("x", within)), "x", "reason"))
          .refused("check-in-limit-out-of-range");
    }
    submitted(draft -> draft.kind(Kind.ACCUSATION, Regime.FORMAL).accuses(true, "heating-company"))
        .by(STREET, blow("heating-company"))
        .refused("accused-body");
    var scene = submitted("noise").by(GRID, new Resolve(Outcome.SOLVED, "result"));
    scene.by(STREET, blow("x")).refused("already-closed").by(COMMUNITY, CALL);
    scene.refused("already-closed");
  }

  @Test
  void ten_whistles_and_no_more() {
    var scene = submitted("noise");
    for (int i = 0; i < Whistling.WHISTLES_MAX; i++) {
      scene.by(STREET, blow("heating-company")).accepted();
    }
    scene.by(STREET, blow("heating-company")).refused("too-many-whistles");
  }

  @ParameterizedTest
  @CsvSource({"2026-01-05T10:30:00.000, true, 30", "2026-01-05T10:30:00.001, false, 30"})
  void the_last_instant_of_the_limit_is_in_time(String at, boolean inTime, long minutes) {
    var scene = whistled("heating-company").at(at).by(HEATING, HERE);
    assertThat(scene.event(DepartmentCheckedIn.class))
        .isEqualTo(
            new DepartmentCheckedIn(
                scene.state().filed().facets(),
                "w1",
                HEATING_UNIT,
                instant("2026-01-05T10:30"),
                inTime,
                minutes));
    assertThat(heating(scene).late()).isEqualTo(!inTime);
  }

  @Test
  void a_late_one_is_told_on_its_due_instant_though_nobody_touched_the_case() {
    var scene = whistled("heating-company", "water-company").until("2026-01-05T10:30");
    var facets = scene.state().filed().facets();
    Instant due = instant("2026-01-05T10:30");
    assertThat(scene.fallen())
        .containsExactly(
            new CheckInFellDue(facets, "w1", HEATING_UNIT, due),
            new CheckInFellDue(facets, "w1", WATER_UNIT, due));
    assertThat(new CheckInFellDue(facets, "w1", WATER_UNIT, due).happenedAt()).isEqualTo(due);
    assertThat(scene.until("2026-01-05T10:31").fallen()).isEmpty();
    assertThat(scene.by(HEATING, HERE).event(DepartmentCheckedIn.class).inTime()).isFalse();
  }

  @Test
  void who_was_there_or_declined_in_time_never_falls_due() {
    var scene =
        whistled("heating-company", "water-company")
            .at("2026-01-05T10:10")
            .by(HEATING, HERE)
            .by(WATER, NOT_US)
            .accepted()
            .until("2026-01-05T11:00");
    assertThat(scene.fallen()).isEmpty();
  }

  @Test
  void each_department_acts_for_itself() {
    var scene = whistled("heating-company");
    scene.by(WATER, HERE).refused("not-called").by(WATER, NOT_US).refused("not-called");
    scene.by(STREET, HERE).refused("not-called").by(STREET, DONE).refused("not-called");
    scene.by(HEATING, new CheckIn("w2")).refused("unknown-whistle");
    scene.by(HEATING, DONE).refused("not-checked-in");
    scene.by(HEATING, HERE).accepted().by(HEATING, HERE).refused("already-checked-in");
    scene.by(HEATING, NOT_US).refused("already-checked-in");
    scene.at("2026-01-05T12:00").by(HEATING, DONE);
    scene.then(new WhistleReported("w1", HEATING_UNIT, 120, "result"));
    scene.by(HEATING, DONE).refused("already-reported");
  }

  @Test
  void a_declining_lead_hands_the_lead_on_until_nobody_is_left() {
    var scene = whistled("heating-company", "water-company").by(HEATING, NOT_US);
    assertThat(scene.event(WhistleDeclined.class))
        .isEqualTo(
            new WhistleDeclined(
                scene.state().filed().facets(), "w1", HEATING_UNIT, true, WATER_UNIT, "reason"));
    assertThat(whistle(scene).lead()).isEqualTo(WATER_UNIT);
    scene.by(HEATING, HERE).refused("already-declined");
    scene.by(WATER, NOT_US).accepted();
    assertThat(whistle(scene).lead()).isNull();
    scene.by(STREET, CLOSE).then(new WhistleClosed("w1", 0, 0, 2));
  }

  @Test
  void a_decline_after_the_limit_is_late() {
    var scene = whistled("heating-company").until("2026-01-05T10:30").by(HEATING, NOT_US);
    assertThat(scene.event(WhistleDeclined.class).inTime()).isFalse();
  }

  @Test
  void it_ends_jointly_when_every_department_has_reported_or_declined() {
    var scene = whistled("heating-company", "water-company").by(STREET, CLOSE);
    scene.refused("reports-missing").by(HEATING, NOT_US).by(STREET, CLOSE);
    scene.refused("reports-missing").by(WATER, HERE).by(STREET, CLOSE);
    scene.refused("reports-missing").by(WATER, DONE).by(DISTRICT, CLOSE);
    scene.refused("not-the-street").at("2026-01-05T11:00").by(STREET, CLOSE);
    scene.then(new WhistleClosed("w1", 60, 1, 1)).by(STREET, CLOSE).refused("whistle-closed");
    scene.by(WATER, DONE).refused("whistle-closed");
    assertThat(whistle(scene).closedAt()).isEqualTo(instant("2026-01-05T11:00"));
  }

  @Test
  void both_sides_score_each_other_once_and_only_after_the_report() {
    var scene = whistled("heating-company", "water-company").by(HEATING, HERE);
    scene.by(STREET, score("heating-company")).refused("not-reported");
    scene.by(HEATING, scoreStreet("370602003")).refused("not-reported").by(HEATING, DONE);
    scene.by(STREET, score("heating-company"));
    scene.then(new WhistleScored("w1", HEATING_UNIT, true, 4));
    scene.by(STREET, score("heating-company")).refused("already-scored");
    scene.by(HEATING, score("heating-company")).refused("not-the-street");
    scene.by(STREET, score("gas-company")).refused("not-called");
    scene.by(STREET, scoreStreet("370602003")).refused("not-called");
    scene.by(HEATING, scoreStreet("370602004")).refused("not-the-street");
    scene.by(HEATING, scoreStreet("370602003"));
    scene.then(new WhistleScored("w1", HEATING_UNIT, false, 4));
    scene.by(HEATING, scoreStreet("370602003")).refused("already-scored");
    scene.by(STREET, new Score("w1", null, null, 4)).refused("score-for-whom");
    assertThat(heating(scene).score()).isEqualTo(4);
    assertThat(heating(scene).streetScore()).isEqualTo(4);
  }

  private static Score score(String department) {
    return new Score("w1", department, null, 4);
  }

  private static Score scoreStreet(String street) {
    return new Score("w1", null, street, 4);
  }

  @Test
  void the_end_of_the_request_releases_who_has_not_come_and_nobody_falls_due_then() {
    var scene =
        whistled("heating-company", "water-company")
            .by(WATER, HERE)
            .by(STREET, new Resolve(Outcome.SOLVED, "result"))
            .accepted();
    assertThat(Timers.due(scene.state())).isNull();
    assertThat(heating(scene).state()).isEqualTo(Whistle.State.RELEASED);
    scene.by(HEATING, HERE).refused("no-longer-called");
    scene.by(WATER, DONE).accepted().by(STREET, CLOSE).then(new WhistleClosed("w1", 0, 1, 0));
    scene.by(RESIDENT, new Reopen("reason")).accepted().until("2026-01-05T10:30");
    assertThat(scene.fallen()).noneMatch(CheckInFellDue.class::isInstance);
  }

  @Test
  void the_state_survives_the_store() {
    var scene = submitted("noise").by(COMMUNITY, CALL).by(STREET, blow("heating-company"));
    scene
        .by(COMMUNITY, CALL)
        .by(HEATING, HERE)
        .by(HEATING, DONE)
        .by(STREET, score("heating-company"));
    StateJsonTest.survives(scene.state());
  }
}
