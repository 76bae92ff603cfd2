package cn.linli.mediation.domain;

import static cn.linli.mediation.domain.AgreementScene.*;
import static cn.linli.mediation.domain.ConfirmationTest.FACETS;
import static cn.linli.mediation.domain.Scene.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.AgreementEvent.*;
import cn.linli.events.mediation.PerformanceState;
import cn.linli.events.mediation.Remedy;
import cn.linli.mediation.domain.AgreementCommand.*;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 履行: what is agreed is done, or reminder, return visit and remedies follow (人民调解法 §31–33). */
class PerformanceTest {

  private static final String AFTER_DUE = "2026-02-11T08:00";

  @Test
  void what_is_done_in_time_performs_the_agreement_and_the_file_can_be_closed() {
    var scene = effective().at("2026-02-01T09:00");
    scene.by(HEAD, new CloseFile(null)).refused("not-performed");
    scene
        .by(FILER, new Perform("o1", "receipt", List.of()))
        .then(
            new ObligationPerformed(FACETS, A, "o1", DUE, true, "receipt"),
            new AgreementPerformed(A));
    assertThat(scene.state().status()).isEqualTo(Status.PERFORMED);
    assertThat(Timers.due(scene.state())).isNull();
    scene.by(FILER, new Perform("o1", null, List.of())).refused("already-performed");
    scene.by(FILER, new CloseFile(null)).refused("not-the-mediators");
    scene.by(MEDIATOR, new CloseFile("note")).then(new DisputeClosed("note"));
    assertThat(scene.state().status()).isEqualTo(Status.CLOSED);
    scene.by(MEDIATOR, new CloseFile(null)).refused("file-closed");
    scene.by(MEDIATOR, visit(PerformanceState.YES)).refused("file-closed");
  }

  @Test
  void time_reminds_sends_visitors_and_tells_the_remedies_but_never_says_missed() {
    var scene = effective().until("2026-02-10T23:59:59");
    assertThat(scene.fallen())
        .containsExactly(
            new ObligationFellDue(FACETS, A, "o1", DUE), new PerformanceReminded(A, "o1", "p2"));
    scene.until("2026-02-17T23:59:59");
    assertThat(scene.fallen())
        .containsExactly(new ReturnVisitFellDue(A, "o1", instant("2026-02-17T23:59:59")));
    scene.until("2026-02-25T23:59:59");
    assertThat(scene.fallen()).containsExactly(new RemedyTold(A, "o1", "p1", Remedy.LITIGATION));
    assertThat(Timers.due(scene.state())).isNull();
    assertThat(scene.state().status()).isEqualTo(Status.EFFECTIVE);
  }

  @Test
  void what_was_missed_breaches_the_agreement_once() {
    var scene = effective(owners(2), words().items(pays(2, 2)).draft());
    scene.by(FILER, new Miss("o1", "note")).refused("not-due-yet");
    scene
        .at(AFTER_DUE)
        .by(FILER, new Miss("o1", "note"))
        .then(
            new ObligationMissed(FACETS, A, "o1", DUE, false, "note"),
            new AgreementBreached(ID, null, A));
    assertThat(scene.state().status()).isEqualTo(Status.BREACHED);
    scene.by(MEDIATOR, new Miss("o1", null)).refused("already-missed");
    scene
        .by(MEDIATOR, new Miss("o2", null))
        .then(new ObligationMissed(FACETS, A, "o2", DUE, false, null));
    scene.by(MEDIATOR, new CloseFile(null)).refused("remedy-not-told");
    scene.until("2026-02-26T00:00");
    scene.by(MEDIATOR, new CloseFile(null)).accepted();
  }

  @Test
  void what_is_done_late_after_all_performs_it() {
    var scene = effective().at(AFTER_DUE).by(FILER, new Miss("o1", null)).accepted();
    scene
        .by(MEDIATOR, new Perform("o1", null, List.of()))
        .then(
            new ObligationPerformed(FACETS, A, "o1", DUE, false, null), new AgreementPerformed(A));
    assertThat(scene.state().status()).isEqualTo(Status.PERFORMED);
    assertThat(Timers.due(scene.state())).isNull();
  }

  @Test
  void who_owes_it_does_not_say_that_it_was_done() {
    var debtor = resident("li");
    var scene =
        effective().by(debtor, new Perform("o1", null, List.of())).refused("not-the-obligee");
    scene.by(MEDIATOR, new Perform("o9", null, List.of())).refused("unknown-obligation");
    drafted().by(FILER, new Perform("o1", null, List.of())).refused("party-signature-missing");
  }

  @Test
  void a_return_visit_finds_it_done_or_missed() {
    effective()
        .by(MEDIATOR, visit(PerformanceState.YES))
        .then(
            new ReturnVisited(A, "p1", PerformanceState.YES, true, false, "note"),
            new ObligationPerformed(FACETS, A, "o1", DUE, true, "note"),
            new AgreementPerformed(A));
    effective()
        .by(MEDIATOR, visit(PerformanceState.NO))
        .then(new ReturnVisited(A, "p1", PerformanceState.NO, true, false, "note"));
    effective()
        .at(AFTER_DUE)
        .by(MEDIATOR, visit(PerformanceState.NO))
        .then(
            new ReturnVisited(A, "p1", PerformanceState.NO, true, false, "note"),
            new ObligationMissed(FACETS, A, "o1", DUE, true, "note"),
            new AgreementBreached(ID, null, A));
    effective().by(FILER, visit(PerformanceState.YES)).refused("not-the-mediators");
    drafted().by(MEDIATOR, visit(PerformanceState.YES)).refused("not-effective");
  }

  @Test
  void who_has_a_confirmed_agreement_is_told_of_enforcement() {
    var scene = effective();
    for (String party : new String[] {"p1", "p2"}) {
      scene.by(MEDIATOR, new JoinConfirmation(recorded(party), A, "court", "zhifu")).accepted();
    }
    scene.by(MEDIATOR, new DecideConfirmation(A, true, null, null)).accepted();
    scene.until("2026-03-01T00:00");
    assertThat(scene.fallen()).contains(new RemedyTold(A, "o1", "p1", Remedy.ENFORCEMENT));
  }

  @Test
  void a_file_without_an_agreement_is_closed_after_its_end_only() {
    mediating().by(MEDIATOR, new CloseFile(null)).refused("still-mediating");
    drafted().by(MEDIATOR, new CloseFile(null)).refused("not-effective");
    consenting()
        .by(MEDIATOR, new DisputeCommand.Answer(recorded("p2"), false))
        .accepted()
        .by(MEDIATOR, new CloseFile(null))
        .then(new DisputeClosed(null));
  }
}
