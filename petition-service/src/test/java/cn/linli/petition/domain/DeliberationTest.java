package cn.linli.petition.domain;

import static cn.linli.petition.domain.Scene.COMMUNITY;
import static cn.linli.petition.domain.Scene.DESK;
import static cn.linli.petition.domain.Scene.GRID;
import static cn.linli.petition.domain.Scene.HEATING;
import static cn.linli.petition.domain.Scene.RESIDENT;
import static cn.linli.petition.domain.Scene.STREET;
import static cn.linli.petition.domain.Scene.WATER;
import static cn.linli.petition.domain.Scene.instant;
import static cn.linli.petition.domain.Scene.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.DeliberationEvent;
import cn.linli.events.petition.DeliberationEvent.*;
import cn.linli.events.petition.HeadCount;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.PetitionEvent.Accepted;
import cn.linli.events.petition.Tally;
import cn.linli.petition.domain.DeliberationCommand.*;
import cn.linli.petition.domain.PetitionCommand.*;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliberationTest {

  static final Deliberate RAISE =
      new Deliberate("covenant", "topic", "venue", instant("2026-01-06T19:00"));
  static final Meet MEET = meet(3);
  static final Consult CONSULT =
      new Consult(
          List.of("property-company", "owners-committee"),
          null,
          "outcome",
          new Terms(
              List.of("owners-committee"),
              null,
              "object",
              LocalDate.parse("2026-02-01"),
              LocalDate.parse("2027-01-31")));
  static final Act ACT = new Act("370602003006", "task", instant("2026-01-09T18:00"));
  static final Review REVIEW = new Review(4, false, "comment");
  private static final Actor NEIGHBOUR = new Actor("resident@370602003006#li", null, false, false);

  private static Meet meet(int residents) {
    return new Meet(
        List.of(new HeadCount("resident", residents), new HeadCount("property-company", 9)),
        "attendees",
        "resolution");
  }

  private static DeliberationCommand command(String step) {
    return switch (step) {
      case "deliberate" -> RAISE;
      case "meeting" -> MEET;
      case "consult" -> CONSULT;
      case "act" -> ACT;
      case "review" -> REVIEW;
      default -> throw new IllegalArgumentException(step);
    };
  }

  private static Scene after(String steps) {
    var scene = submitted("noise").by(GRID, new Accept()).accepted();
    for (String step : steps.isEmpty() ? new String[0] : steps.split(" ")) {
      scene.by(step.equals("review") ? RESIDENT : GRID, command(step)).accepted();
    }
    return scene;
  }

  @Test
  void five_steps_in_order() {
    var scene = after("");
    scene
        .by(GRID, RAISE)
        .then(new DeliberationRaised(1, "covenant", "topic", "venue", instant("2026-01-06T19:00")));
    assertThat(scene.state().status()).isEqualTo(Status.DELIBERATING);
    scene.by(GRID, MEET);
    var held = scene.event(MeetingHeld.class);
    assertThat(held.present()).isEqualTo(12);
    assertThat(held.counted()).isEqualTo(3);
    assertThat(held.tallies(LocalDate.parse("2026-01-05")))
        .containsExactly(new Tally(DeliberationEvent.HELD, LocalDate.parse("2026-01-05"), 1));
    scene
        .by(GRID, CONSULT)
        .then(
            new PartiesConsulted(1, CONSULT.parties(), null, "outcome"),
            new AgreementReached(
                1,
                List.of("owners-committee"),
                null,
                "object",
                LocalDate.parse("2026-02-01"),
                LocalDate.parse("2027-01-31")));
    assertThat(scene.state().status()).isEqualTo(Status.DELIBERATING);
    scene.by(GRID, ACT).then(new TaskTaken(1, "370602003006", "task", instant("2026-01-09T18:00")));
    assertThat(scene.state().status()).isEqualTo(Status.HANDLING);
    scene.by(RESIDENT, REVIEW);
    assertThat(scene.event(DeliberationReviewed.class).completes()).isTrue();
    StateJsonTest.survives(scene.state());
  }

  @ParameterizedTest(name = "after [{0}] {1} is refused as {2}, next is {3}")
  @CsvSource({
    "'', meeting, step-skipped, deliberate",
    "'', consult, step-skipped, deliberate",
    "'', act, step-skipped, deliberate",
    "'', review, step-skipped, deliberate",
    "deliberate, deliberate, step-done, meeting",
    "deliberate, consult, step-skipped, meeting",
    "deliberate, act, step-skipped, meeting",
    "deliberate, review, step-skipped, meeting",
    "deliberate meeting, deliberate, step-done, consult",
    "deliberate meeting, meeting, step-done, consult",
    "deliberate meeting, act, step-skipped, consult",
    "deliberate meeting, review, step-skipped, consult",
    "deliberate meeting consult, deliberate, step-done, act",
    "deliberate meeting consult, meeting, step-done, act",
    "deliberate meeting consult, consult, step-done, act",
    "deliberate meeting consult, review, step-skipped, act",
    "deliberate meeting consult act, deliberate, step-done, review",
    "deliberate meeting consult act, act, step-done, review",
    "deliberate meeting consult act review, meeting, step-done, review"
  })
  void no_step_is_skipped_or_done_twice(String done, String step, String code, String next) {
    var scene = after(done).by(step.equals("review") ? RESIDENT : GRID, command(step));
    assertThat(scene.refused(code).refusal().details()).containsEntry("next", next);
  }

  @Test
  void without_a_quorum_there_is_no_resolution_and_the_numbers_say_why() {
    var refusal = after("deliberate").by(GRID, meet(2)).refused("no-quorum").refusal();
    assertThat(refusal.details())
        .containsEntry("counted", 2)
        .containsEntry("present", 11)
        .containsEntry("quorum", 3)
        .containsEntry("seats", 5);
  }

  @Test
  void the_lead_deliberates_and_a_unit_above_takes_it_over_first() {
    after("").by(RESIDENT, RAISE).refused("not-the-holder");
    after("").by(DESK, RAISE).refused("not-the-holder");
    after("").by(WATER, RAISE).refused("not-the-holder");
    var scene = submitted("noise").by(COMMUNITY, RAISE);
    assertThat(scene.event(Accepted.class).tookOver()).isTrue();
    assertThat(scene.state().status()).isEqualTo(Status.DELIBERATING);
  }

  @Test
  void a_co_handler_goes_on_once_it_is_in_hand() {
    var helped =
        submitted("noise").by(STREET, new AddCoHandlers(List.of("heating-company"))).accepted();
    helped.by(HEATING, RAISE).refused("not-the-holder");
    helped.by(GRID, RAISE).accepted().by(HEATING, MEET).accepted();
    assertThat(helped.state().unit()).isEqualTo(GRID.unit());
  }

  @Test
  void only_matters_of_the_register() {
    after("")
        .by(GRID, new Deliberate("astronomy", "topic", "venue", instant("2026-01-06T19:00")))
        .refused("unknown-matter");
    after("")
        .by(GRID, new Deliberate(null, "topic", "venue", instant("2026-01-06T19:00")))
        .accepted();
  }

  @Test
  void an_agreement_has_a_term_and_outlives_the_request() {
    after("deliberate meeting")
        .by(
            GRID,
            new Consult(
                List.of("property-company"),
                null,
                "outcome",
                new Terms(
                    List.of(),
                    null,
                    "object",
                    LocalDate.parse("2026-02-01"),
                    LocalDate.parse("2026-01-31"))))
        .refused("term-ends-before-it-begins");
    var scene =
        after("deliberate meeting consult act")
            .by(GRID, new Resolve(Outcome.SOLVED, "result"))
            .accepted()
            .by(RESIDENT, new Rate(true, cn.linli.events.petition.Answer.YES, true, 5, null))
            .accepted()
            .by(COMMUNITY, new Close(null))
            .accepted();
    assertThat(scene.state().proceedings().deliberation().agreements())
        .singleElement()
        .satisfies(
            agreement -> assertThat(agreement.until()).isEqualTo(LocalDate.parse("2027-01-31")));
    scene.by(RESIDENT, REVIEW).accepted();
  }

  @Test
  void residents_review_once_each_and_clerks_write_down_what_others_said() {
    var scene = after("deliberate meeting consult act");
    scene.by(GRID, REVIEW).refused("reviewed-by-residents");
    scene.by(RESIDENT, REVIEW).accepted().by(RESIDENT, REVIEW).refused("already-reviewed");
    scene.by(NEIGHBOUR, new Review(2, false, null));
    assertThat(scene.event(DeliberationReviewed.class).completes()).isFalse();
    scene.by(NEIGHBOUR, new Review(5, true, null)).refused("already-reviewed");
    scene.by(COMMUNITY, new Review(3, true, null)).accepted();
    scene.by(COMMUNITY, new Review(5, true, null)).accepted();
    var reviews = scene.state().proceedings().deliberation().reviews();
    assertThat(reviews.count()).isEqualTo(4);
    assertThat(reviews.scoreSum()).isEqualTo(14);
    scene.by(RESIDENT, new Withdraw()).accepted();
    scene.by(COMMUNITY, new Review(5, true, null)).refused("already-closed");
  }

  @Test
  void a_complete_one_makes_room_for_the_next_and_its_agreements_stay() {
    var scene = after("deliberate meeting consult act review");
    for (int i = 2; i <= Deliberation.NUMBER_MAX; i++) {
      scene.by(GRID, RAISE).accepted().by(GRID, MEET).by(GRID, CONSULT).by(GRID, ACT);
      scene.by(RESIDENT, REVIEW).accepted();
    }
    assertThat(scene.state().proceedings().deliberation().agreements()).hasSize(10);
    scene.by(GRID, RAISE).refused("too-many-deliberations");
  }

  @Test
  void a_deliberation_moves_no_clock() {
    var scene = after("");
    var before = scene.state().time();
    for (var step : List.of(RAISE, MEET, CONSULT, ACT)) {
      scene.at("2026-01-06T10:00").by(GRID, step).accepted();
    }
    scene.by(RESIDENT, REVIEW).accepted();
    assertThat(scene.state().time()).isEqualTo(before);
    scene.by(GRID, new Act("370602003006", "task", instant("2026-01-06T09:00")));
    scene.refused("due-in-the-past");
  }

  @Test
  void what_is_answered_is_not_deliberated_any_more() {
    after("deliberate")
        .by(GRID, new Resolve(Outcome.EXPLAINED, "result"))
        .accepted()
        .by(GRID, MEET)
        .refused("already-closed");
  }
}
