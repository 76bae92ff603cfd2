package cn.linli.petition.domain;

import static cn.linli.petition.domain.Scene.DESK;
import static cn.linli.petition.domain.Scene.GRID;
import static cn.linli.petition.domain.Scene.RESIDENT;
import static cn.linli.petition.domain.Scene.instant;
import static cn.linli.petition.domain.Scene.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.Answer;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.PetitionEvent.Voted;
import cn.linli.events.petition.PetitionEvent.Withdrawn;
import cn.linli.events.petition.Regime;
import cn.linli.petition.domain.PetitionCommand.Accept;
import cn.linli.petition.domain.PetitionCommand.Close;
import cn.linli.petition.domain.PetitionCommand.Rate;
import cn.linli.petition.domain.PetitionCommand.Reopen;
import cn.linli.petition.domain.PetitionCommand.Resolve;
import cn.linli.petition.domain.PetitionCommand.Visit;
import cn.linli.petition.domain.PetitionCommand.Withdraw;
import org.junit.jupiter.api.Test;

class VisitsTest {

  private static final Visit CONTENT = new Visit(true, true, Answer.YES, true, 5, null);
  private static final Visit NOT_YET = new Visit(true, false, Answer.NO, false, 1, null);
  private static final Visit NOBODY = new Visit(false, null, null, null, null, null);
  private static final Resolve DONE = new Resolve(Outcome.SOLVED, "done");
  private static final Actor OTHER_DESK =
      new Actor("hotline-operator@3706#other", Scene.unit("3706", null), true, false);

  private static boolean due(Scene scene) {
    return Visits.areDue(scene.state());
  }

  @Test
  void a_visit_is_due_from_the_answer_to_the_vote() {
    var scene = submitted("noise").by(GRID, new Accept());
    assertThat(due(scene)).isFalse();
    scene.at("2026-01-06T10:00").by(GRID, DONE).accepted();
    assertThat(due(scene)).isTrue();
    assertThat(Visits.dueSince(scene.state())).isEqualTo(instant("2026-01-06T10:00"));
    scene.by(DESK, CONTENT).accepted();
    assertThat(due(scene)).isFalse();
    scene.by(DESK, new Close(null)).by(RESIDENT, new Reopen("again")).accepted();
    assertThat(due(scene)).isFalse();
    scene.by(GRID, DONE).accepted();
    assertThat(due(scene)).as("a new round is asked about anew").isTrue();
  }

  @Test
  void the_limit_that_passes_makes_one_due_too_and_its_vote_opens_no_gate() {
    var scene = submitted("noise").by(GRID, new Accept());
    scene.by(DESK, NOT_YET).refused("not-resolved");
    scene.until("2026-01-14T09:00");
    assertThat(due(scene)).isTrue();
    assertThat(Visits.dueSince(scene.state())).isEqualTo(instant("2026-01-13T00:00"));
    var early = scene.by(DESK, NOT_YET).event(Voted.class);
    assertThat(early.replaces()).isNull();
    assertThat(due(scene)).isFalse();
    scene.by(OTHER_DESK, NOT_YET).refused("not-resolved");
    var holder = Scene.staff("street-officer", "370602003");
    scene.by(holder, DONE).accepted();
    assertThat(due(scene)).as("asked again about the answer").isTrue();
    scene.by(DESK, new Close(null)).refused("visit-missing");
    var late = scene.by(DESK, CONTENT).event(Voted.class);
    StateJsonTest.survives(scene.state());
    assertThat(late.replaces()).as("one vote counts in a round").isEqualTo(early.vote());
    scene.by(DESK, new Close(null)).accepted();
  }

  @Test
  void a_petitioner_rates_in_place_of_what_was_said_before_the_answer() {
    var scene = submitted("noise").until("2026-01-14T09:00").by(DESK, NOT_YET).accepted();
    var early = scene.event(Voted.class).vote();
    scene.by(Scene.staff("street-officer", "370602003"), DONE).accepted();
    var rated = scene.by(RESIDENT, new Rate(true, Answer.YES, true, 4, null)).event(Voted.class);
    assertThat(rated.replaces()).isEqualTo(early);
    scene.by(RESIDENT, new Rate(true, Answer.NO, false, 1, null)).refused("already-voted");
  }

  @Test
  void who_answered_or_holds_it_does_not_ask() {
    var scene = submitted("noise").by(GRID, DONE).by(GRID, CONTENT).refused("visitor-is-resolver");
    var colleague = new Actor("grid-worker@370602003006001#2", GRID.unit(), false, false);
    scene.by(colleague, CONTENT).accepted();
    var late = submitted("noise").until("2026-01-14T09:00");
    var holder = new Actor("x#1", late.state().unit(), false, false);
    late.by(holder, NOT_YET).refused("visitor-is-resolver");
    assertThat(Visits.mayVisit(late.state(), DESK)).isTrue();
    assertThat(Visits.mayVisit(late.state(), holder)).isFalse();
  }

  @Test
  void tries_before_the_answer_do_not_open_the_gate() {
    var scene = submitted("noise").until("2026-01-14T09:00").by(DESK, NOBODY).by(DESK, NOBODY);
    scene.at("2026-01-15T09:00").by(DESK, NOBODY).accepted();
    assertThat(due(scene)).as("three tries on two days").isFalse();
    scene.by(Scene.staff("street-officer", "370602003"), DONE).accepted();
    assertThat(due(scene)).isTrue();
    scene.by(DESK, new Close(null)).refused("visit-missing");
    scene.by(DESK, NOBODY).by(DESK, NOBODY).at("2026-01-16T09:00").by(DESK, NOBODY).accepted();
    assertThat(due(scene)).isFalse();
    scene.by(DESK, new Close(null)).accepted();
  }

  @Test
  void a_question_answered_at_once_owes_no_contact() {
    var question =
        submitted(draft -> draft.kind(Kind.CONSULTATION, Regime.HOTLINE))
            .at("2026-01-05T10:20")
            .by(GRID, DONE)
            .by(DESK, CONTENT);
    assertThat(question.event(Voted.class).vote().contacted()).isNull();
    var later =
        submitted(draft -> draft.kind(Kind.CONSULTATION, Regime.HOTLINE))
            .at("2026-01-05T10:40")
            .by(GRID, DONE)
            .by(DESK, CONTENT);
    assertThat(later.event(Voted.class).vote().contacted()).isTrue();
  }

  @Test
  void what_is_withdrawn_takes_its_vote_along() {
    var scene = submitted("noise").by(GRID, DONE).by(DESK, CONTENT).accepted();
    var vote = scene.event(Voted.class).vote();
    assertThat(scene.by(RESIDENT, new Withdraw()).event(Withdrawn.class).voided()).isEqualTo(vote);
    assertThat(scene.state().standing().vote()).isNull();
    assertThat(scene.state().standing().tallies("withdrawn")).hasSize(1);
  }
}
