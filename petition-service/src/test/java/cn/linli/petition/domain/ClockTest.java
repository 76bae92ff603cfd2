package cn.linli.petition.domain;

import static cn.linli.petition.domain.Scene.CITY;
import static cn.linli.petition.domain.Scene.COMMUNITY;
import static cn.linli.petition.domain.Scene.DESK;
import static cn.linli.petition.domain.Scene.DISTRICT;
import static cn.linli.petition.domain.Scene.GRID;
import static cn.linli.petition.domain.Scene.RESIDENT;
import static cn.linli.petition.domain.Scene.STREET;
import static cn.linli.petition.domain.Scene.instant;
import static cn.linli.petition.domain.Scene.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.DueKind;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.PetitionEvent.Extended;
import cn.linli.events.petition.PetitionEvent.ExtensionRefused;
import cn.linli.events.petition.PetitionEvent.FellDue;
import cn.linli.events.petition.PetitionEvent.Reminded;
import cn.linli.events.petition.PetitionEvent.Resolved;
import cn.linli.events.petition.PetitionEvent.Resumed;
import cn.linli.events.petition.PetitionEvent.Supervised;
import cn.linli.events.petition.PetitionEvent.Suspended;
import cn.linli.events.petition.PetitionEvent.SuspensionRefused;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Urgency;
import cn.linli.petition.domain.PetitionCommand.Accept;
import cn.linli.petition.domain.PetitionCommand.AskExtension;
import cn.linli.petition.domain.PetitionCommand.AskSuspension;
import cn.linli.petition.domain.PetitionCommand.Contact;
import cn.linli.petition.domain.PetitionCommand.DecideExtension;
import cn.linli.petition.domain.PetitionCommand.DecideSuspension;
import cn.linli.petition.domain.PetitionCommand.Remind;
import cn.linli.petition.domain.PetitionCommand.Resolve;
import cn.linli.petition.domain.PetitionCommand.Resume;
import cn.linli.petition.domain.PetitionCommand.Supervise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request received on Monday 2026-01-05 at 10:00; five working days end on Monday 01-12. */
class ClockTest {

  private static final DecideExtension EXTENSION_YES = new DecideExtension(true);
  private static final DecideSuspension PAUSE_YES = new DecideSuspension(true);

  private static AskExtension longer(String until) {
    return new AskExtension(instant(until), "reason");
  }

  private static AskSuspension pause(String until) {
    return new AskSuspension(instant(until), "reason", "plan");
  }

  /** With the street, so no rung moves it within the days looked at. */
  private static Scene onTheStreet() {
    return submitted("land").by(STREET, new Accept()).accepted();
  }

  @Test
  void each_limit_falls_due_exactly_once() {
    var scene = submitted("land");
    var told = new ArrayList<DueKind>();
    for (int day = 5; day <= 31; day++) {
      for (var event : scene.until("2026-01-%02dT23:59".formatted(day)).fallen()) {
        if (event instanceof FellDue fellDue) {
          told.add(fellDue.which());
        }
      }
    }
    assertThat(told)
        .containsExactly(
            DueKind.DISPATCH, // 01-06, nobody took it in hand
            DueKind.CONTACT,
            DueKind.ANSWER, // 01-12
            DueKind.RUNG, // the street's five days end with the answer's
            DueKind.SUPERVISION, // ordered when it became overdue
            DueKind.RUNG); // the district's five days, 01-20
  }

  @Test
  void only_the_answers_limit_makes_it_overdue_and_orders_supervision() {
    var scene = onTheStreet().until("2026-01-07T00:00");
    assertThat(scene.fallen()).singleElement().isInstanceOf(FellDue.class);
    assertThat(((FellDue) scene.fallen().getFirst()).overdue()).isFalse();
    scene.until("2026-01-13T00:00");
    assertThat(scene.fallen())
        .filteredOn(FellDue.class::isInstance)
        .map(FellDue.class::cast)
        .filteredOn(FellDue::overdue)
        .singleElement()
        .satisfies(fellDue -> {
          assertThat(fellDue.due()).isEqualTo(instant("2026-01-13T00:00"));
          assertThat(fellDue.happenedAt()).isEqualTo(fellDue.due());
        });
    assertThat(scene.fallen())
        .filteredOn(Supervised.class::isInstance)
        .singleElement()
        .isEqualTo(new Supervised("routine", instant("2026-01-17T00:00"), true));
    assertThat(scene.state().time().overdue()).isTrue();
    Resolved resolved =
        scene.by(DISTRICT, new Resolve(Outcome.SOLVED, "result")).event(Resolved.class);
    assertThat(resolved.wasOverdue()).isTrue();
    assertThat(resolved.span().onTime()).isFalse();
    assertThat(scene.state().time().overdue()).isFalse();
  }

  @Test
  void an_answer_in_the_last_instant_is_in_time() {
    var scene =
        onTheStreet()
            .by(STREET, new Contact("note"))
            .at("2026-01-12T23:59")
            .by(STREET, new Resolve(Outcome.SOLVED, "result"));
    var span = scene.event(Resolved.class).span();
    assertThat(span.onTime()).isTrue();
    assertThat(span.workingDays()).isEqualTo(5);
    assertThat(span.minutes()).isEqualTo(7 * 24 * 60 + 13 * 60 + 59);
    assertThat(scene.until("2026-03-01T00:00").fallen()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-01-05T10:00, NONE", "2026-01-09T09:00, YELLOW", "2026-01-08T23:59, NONE",
    "2026-01-12T12:00, YELLOW", "2026-01-13T00:01, RED", "2026-03-01T00:00, RED"
  })
  void cards(String at, Card card) {
    assertThat(onTheStreet().at(at).card()).isEqualTo(card);
  }

  @Test
  void no_card_when_answered_or_suspended() {
    assertThat(
            onTheStreet()
                .by(STREET, new Resolve(Outcome.SOLVED, "r"))
                .at("2026-03-01T00:00")
                .card())
        .isEqualTo(Card.NONE);
    assertThat(suspended().at("2026-01-09T12:00").card()).isEqualTo(Card.NONE);
  }

  @Test
  void one_extension_asked_before_it_is_due_and_allowed_by_another() {
    var scene = onTheStreet().by(STREET, longer("2026-01-20T00:00")).accepted();
    scene.by(STREET, longer("2026-01-21T00:00")).refused("already-asked");
    scene.by(STREET, EXTENSION_YES).refused("same-person");
    scene.by(Scene.staff("street-officer", "370602003"), EXTENSION_YES).refused("same-person");
    scene.by(COMMUNITY, EXTENSION_YES).refused("not-above");
    Extended extended = scene.by(DISTRICT, EXTENSION_YES).event(Extended.class);
    assertThat(extended.oldDue()).isEqualTo(instant("2026-01-13T00:00"));
    assertThat(extended.newDue()).isEqualTo(instant("2026-01-20T00:00"));
    assertThat(extended.wasOverdue()).isFalse();
    assertThat(scene.state().time().deadlines().answerBy()).isEqualTo(extended.newDue());
    scene.by(STREET, longer("2026-01-21T00:00")).refused("already-extended");
    scene.by(DISTRICT, EXTENSION_YES).refused("nothing-asked");
  }

  @ParameterizedTest(name = "at {0} until {1}: {2}")
  @CsvSource({
    "2026-01-06T10:00, 2026-01-13T00:00, until-not-later",
    "2026-01-06T10:00, 2026-01-27T00:00, ok",
    "2026-01-06T10:00, 2026-01-27T00:01, extension-too-long"
  })
  void the_bounds_of_an_extension(String at, String until, String code) {
    var scene = onTheStreet().at(at).by(STREET, longer(until));
    if (code.equals("ok")) {
      scene.accepted();
    } else {
      scene.refused(code);
    }
  }

  @Test
  void who_is_late_gets_no_extension() {
    submitted("land")
        .by(STREET, new PetitionCommand.Dispatch("heating-company", null))
        .at("2026-01-13T00:01")
        .by(Scene.HEATING, longer("2026-01-20T00:00"))
        .refused("already-overdue");
  }

  @Test
  void an_extension_granted_late_ends_the_overdue_state() {
    var scene =
        submitted("land")
            .by(STREET, new PetitionCommand.Dispatch("heating-company", null))
            .by(Scene.HEATING, longer("2026-01-20T00:00"))
            .at("2026-01-14T00:00")
            .by(STREET, EXTENSION_YES);
    assertThat(scene.event(Extended.class).wasOverdue()).isTrue();
    assertThat(scene.state().time().overdue()).isFalse();
    assertThat(scene.until("2026-01-20T00:00").fallen())
        .filteredOn(FellDue.class::isInstance)
        .map(FellDue.class::cast)
        .extracting(FellDue::which)
        .contains(DueKind.ANSWER);
  }

  @Test
  void a_refused_extension_may_be_asked_again() {
    onTheStreet()
        .by(STREET, longer("2026-01-20T00:00"))
        .by(DISTRICT, new DecideExtension(false))
        .then(new ExtensionRefused())
        .by(STREET, longer("2026-01-15T00:00"))
        .accepted();
  }

  @Test
  void an_emergency_is_never_extended() {
    submitted(draft -> draft.urgency(Urgency.EMERGENCY))
        .by(GRID, longer("2026-01-06T00:00"))
        .refused("no-extension");
  }

  @Test
  void a_formal_petition_is_extended_by_thirty_days_at_most() {
    var scene =
        submitted(draft -> draft.kind(Kind.APPEAL, Regime.FORMAL))
            .at("2026-01-08T10:00")
            .by(STREET, new Accept());
    assertThat(scene.state().time().deadlines().answerBy())
        .as("sixty days from acceptance: 03-09")
        .isEqualTo(instant("2026-03-10T00:00"));
    // thirty days from 03-09 is 04-08, a Wednesday
    scene.by(STREET, longer("2026-04-09T00:01")).refused("extension-too-long");
    scene.by(STREET, longer("2026-04-09T00:00")).accepted();
  }

  private static Scene suspended() {
    return onTheStreet()
        .by(STREET, new Contact("note"))
        .by(STREET, pause("2026-01-26T10:00"))
        .at("2026-01-06T10:00")
        .by(DISTRICT, PAUSE_YES)
        .then(new Suspended(instant("2026-01-26T10:00")));
  }

  @Test
  void a_suspended_clock_goes_on_by_itself_and_tells_what_was_paused() {
    var scene = suspended().until("2026-01-26T09:59");
    assertThat(scene.fallen()).isEmpty();
    assertThat(scene.until("2026-01-26T12:00").fallen())
        .singleElement()
        .isInstanceOfSatisfying(
            Resumed.class,
            resumed -> {
              assertThat(resumed.byTimer()).isTrue();
              assertThat(resumed.pausedMinutes()).isEqualTo(20 * 24 * 60);
              assertThat(resumed.deadlines().answerBy()).isEqualTo(instant("2026-02-02T00:00"));
            });
    var span = scene.by(STREET, new Resolve(Outcome.SOLVED, "result")).event(Resolved.class).span();
    assertThat(span.pausedMinutes()).isEqualTo(20 * 24 * 60);
  }

  @Test
  void resolving_ends_a_suspension() {
    var scene =
        suspended().at("2026-01-07T10:00").by(STREET, new Resolve(Outcome.SOLVED, "result"));
    assertThat(scene.event(Resumed.class).pausedMinutes()).isEqualTo(24 * 60);
    assertThat(scene.event(Resolved.class).span().pausedMinutes()).isEqualTo(24 * 60);
  }

  @Test
  void resuming_by_hand() {
    var scene = suspended().at("2026-01-07T10:00");
    scene.by(GRID, new Resume()).refused("not-the-holder");
    scene.by(STREET, new Resume()).accepted();
    scene.by(STREET, new Resume()).refused("not-suspended");
  }

  @Test
  void what_can_not_be_suspended() {
    submitted(draft -> draft.kind(Kind.APPEAL, Regime.FORMAL))
        .by(STREET, pause("2026-01-26T10:00"))
        .refused("formal-clock-never-stops");
    onTheStreet().by(STREET, pause("2026-01-05T10:00")).refused("until-not-later");
    onTheStreet().by(STREET, pause("2026-12-01T10:00")).refused("suspension-too-long");
    onTheStreet().by(GRID, pause("2026-01-26T10:00")).refused("not-the-holder");
    onTheStreet()
        .by(STREET, pause("2026-01-26T10:00"))
        .by(STREET, pause("2026-01-26T10:00"))
        .refused("already-asked");
    suspended().by(STREET, pause("2026-01-26T10:00")).refused("already-suspended");
  }

  @Test
  void two_people_suspend() {
    var scene = onTheStreet().by(STREET, pause("2026-01-08T10:00"));
    scene.by(STREET, PAUSE_YES).refused("same-person");
    scene.by(GRID, PAUSE_YES).refused("not-above");
    scene.by(DESK, new DecideSuspension(false)).then(new SuspensionRefused());
    scene
        .by(STREET, pause("2026-01-08T10:00"))
        .at("2026-01-08T11:00")
        .by(CITY, PAUSE_YES)
        .refused("until-not-later");
  }

  @Test
  void reminders_are_counted_and_change_no_limit() {
    var scene = onTheStreet();
    var before = scene.state().time().deadlines();
    scene.by(RESIDENT, new Remind()).then(new Reminded(true));
    scene.by(DESK, new Remind()).then(new Reminded(false));
    scene.by(STREET, new Remind()).refused("not-above");
    scene.by(GRID, new Remind()).refused("not-above");
    assertThat(scene.state().care().reminders()).isEqualTo(2);
    assertThat(scene.state().time().deadlines()).isEqualTo(before);
  }

  @Test
  void supervision_comes_from_above_with_a_due_date_of_its_own() {
    var order = new Supervise("listed", instant("2026-01-07T10:00"));
    var scene = onTheStreet().by(STREET, new Contact("note"));
    scene.by(STREET, order).refused("not-above");
    scene
        .by(DISTRICT, new Supervise("listed", instant("2026-01-05T09:00")))
        .refused("due-in-the-past");
    scene.by(DISTRICT, order).then(new Supervised("listed", instant("2026-01-07T10:00"), false));
    assertThat(scene.until("2026-01-07T10:00").fallen())
        .singleElement()
        .isInstanceOfSatisfying(
            FellDue.class, fellDue -> assertThat(fellDue.which()).isEqualTo(DueKind.SUPERVISION));
    assertThat(scene.until("2026-01-08T10:00").fallen()).isEqualTo(List.of());
  }
}
