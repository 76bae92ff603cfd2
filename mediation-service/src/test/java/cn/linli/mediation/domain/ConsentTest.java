package cn.linli.mediation.domain;

import static cn.linli.mediation.domain.Scene.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.AmountBand;
import cn.linli.events.mediation.DisputeDue;
import cn.linli.events.mediation.DisputeEvent.*;
import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.DisputeLevel;
import cn.linli.events.mediation.DisputeOutcome;
import cn.linli.events.mediation.DisputeSource;
import cn.linli.events.mediation.Mechanism;
import cn.linli.events.mediation.PartyCause;
import cn.linli.events.mediation.PartyRole;
import cn.linli.mediation.domain.DisputeCommand.*;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody is mediated against their will (人民调解法 §3, §17; domain rules §0.4). */
class ConsentTest {

  private static DisputeConcluded concluded(
      DisputeOutcome outcome, String code, DisputeLevel level) {
    return new DisputeConcluded(
        outcome,
        code,
        DisputeKind.NEIGHBOURS,
        DisputeSource.SELF,
        level,
        Mechanism.SINGLE,
        0,
        false,
        0,
        false,
        null,
        AmountBand.UP_TO_1000);
  }

  @Test
  void mediation_begins_with_the_last_consent() {
    consenting()
        .by(MEDIATOR, new Answer(recorded("p2"), true))
        .then(
            new ActRecorded("p2", "evidence", List.of()),
            new ConsentGiven("p2"),
            new MediationBegun(2));
    assertThat(mediating().state().status()).isEqualTo(Status.MEDIATING);
  }

  @Test
  void consent_before_acceptance_counts_at_acceptance() {
    var scene =
        registered()
            .by(MEDIATOR, new Answer(recorded("p2"), true))
            .accepted()
            .by(MEDIATOR, new Accept(null, number(1)))
            .then(new DisputeAccepted(COMMITTEE, number(1), null), new MediationBegun(2));
    assertThat(scene.state().status()).isEqualTo(Status.MEDIATING);
    assertThat(scene.state().proceedings().waits()).isNull();
  }

  @Test
  void the_only_respondent_refuses_and_the_case_ends() {
    var scene =
        consenting()
            .by(MEDIATOR, new Answer(recorded("p2"), false))
            .then(
                new ActRecorded("p2", "evidence", List.of()),
                new PartyLeft("p2", PartyCause.REFUSED, null, List.of("c1")),
                new DisputeRefused(ID, null, "party-refused", null),
                concluded(DisputeOutcome.REFUSED, "party-refused", DisputeLevel.COMMUNITY));
    assertThat(scene.state().status()).isEqualTo(Status.REFUSED);
    assertThat(scene.state().claim("c1").orElseThrow().status()).isEqualTo(Claim.Status.WITHDRAWN);
    scene.by(MEDIATOR, new Answer(recorded("p1"), true)).refused("already-ended");
  }

  @Test
  void one_of_eighteen_refuses_and_the_others_go_on() {
    var draft = draft();
    for (int i = 0; i < 18; i++) {
      draft.party(PartyRole.APPLICANT);
    }
    draft.party(PartyRole.RESPONDENT);
    for (int i = 1; i <= 18; i++) {
      draft.claim("p" + i, "p19");
    }
    var scene =
        start()
            .by(FILER, draft.register())
            .by(MEDIATOR, new Accept(null, number(1)))
            .by(MEDIATOR, new Answer(recorded("p7"), false))
            .then(
                new ActRecorded("p7", "evidence", List.of()),
                new PartyLeft("p7", PartyCause.REFUSED, null, List.of("c7")));
    for (int i = 2; i <= 19; i++) {
      if (i != 7) {
        scene.by(MEDIATOR, new Answer(recorded("p" + i), true)).accepted();
      }
    }
    assertThat(scene.state().status()).isEqualTo(Status.MEDIATING);
    assertThat(scene.state().present()).hasSize(18);
    assertThat(scene.state().contested()).hasSize(17);
    scene.by(MEDIATOR, new Leave(recorded("p19"), "reason")).accepted();
    assertThat(scene.state().status()).isEqualTo(Status.FAILED);
  }

  @Test
  void the_last_one_to_answer_begins_it_also_by_refusing() {
    var draft =
        draft()
            .party(PartyRole.APPLICANT)
            .party(PartyRole.RESPONDENT)
            .party(PartyRole.RESPONDENT)
            .claim("p1", "p2", "p3");
    var scene =
        start()
            .by(FILER, draft.register())
            .by(MEDIATOR, new Accept(null, number(1)))
            .by(MEDIATOR, new Answer(recorded("p2"), true))
            .by(MEDIATOR, new Answer(recorded("p3"), false))
            .then(
                new ActRecorded("p3", "evidence", List.of()),
                new PartyLeft("p3", PartyCause.REFUSED, null, List.of()),
                new MediationBegun(2));
    assertThat(scene.state().contested()).hasSize(1);
  }

  @Test
  void who_says_nothing_is_gone_after_five_working_days() {
    var scene = consenting().until("2026-01-13T00:00");
    assertThat(scene.fallen().getFirst())
        .isEqualTo(new DisputeFellDue(DisputeDue.CONSENT, instant("2026-01-13T00:00"), null));
    assertThat(scene.fallen().get(1))
        .isEqualTo(new PartyLeft("p2", PartyCause.SILENT, null, List.of("c1")));
    assertThat(scene.state().status()).isEqualTo(Status.REFUSED);
    assertThat(Timers.due(scene.state())).isNull();
  }

  @Test
  void a_party_speaks_for_itself_and_nobody_else() {
    consenting().by(OTHER, new Answer(Voice.OWN, true)).refused("not-a-party");
    consenting().by(FILER, new Answer(new Voice("p2", null), true)).refused("not-yourself");
    consenting().by(FILER, new Answer(Voice.OWN, true)).refused("already-consented");
    consenting().by(STREET_MEDIATOR, new Answer(recorded("p2"), true)).refused("not-the-mediators");
    consenting().by(MEDIATOR, new Answer(recorded("p9"), true)).refused("unknown-party");
    consenting()
        .by(MEDIATOR, new Answer(new Voice(null, new Voice.Recorded("e", List.of())), true))
        .refused("party-unnamed");
  }

  @Test
  void a_party_joins_with_the_code_that_was_handed_over() {
    var scene =
        consenting()
            .by(OTHER, new Join("mark"))
            .refused("code-unknown")
            .by(MEDIATOR, new Invite("p1", "mark"))
            .refused("already-joined")
            .by(OTHER, new Invite("p2", "mark"))
            .refused("not-the-mediators")
            .by(MEDIATOR, new Invite("p2", "old"))
            .accepted()
            .by(MEDIATOR, new Invite("p2", "mark"))
            .accepted()
            .by(OTHER, new Join("old"))
            .refused("code-unknown")
            .by(OTHER, new Join("mark"))
            .then(new PartyJoined("p2"));
    scene.by(resident("thief"), new Join("mark")).refused("code-unknown");
    scene.by(OTHER, new Answer(Voice.OWN, true)).accepted();
    assertThat(scene.state().status()).isEqualTo(Status.MEDIATING);
  }

  @Test
  void leaving_a_running_mediation_makes_it_fail() {
    mediating()
        .by(FILER, new Leave(Voice.OWN, "reason"))
        .then(
            new PartyLeft("p1", PartyCause.LEFT, "reason", List.of("c1")),
            new MediationFailed(ID, null, "party-left"),
            concluded(DisputeOutcome.FAILED, "party-left", DisputeLevel.COMMUNITY));
  }

  @Test
  void only_an_applicant_takes_back_what_it_asked() {
    mediating().by(MEDIATOR, new Withdraw(recorded("p2"))).refused("not-the-applicant");
    mediating()
        .by(FILER, new Withdraw(Voice.OWN))
        .then(
            new PartyLeft("p1", PartyCause.WITHDREW, null, List.of("c1")),
            new MediationWithdrawn(ID, null),
            new DisputeConcluded(
                DisputeOutcome.WITHDRAWN,
                null,
                DisputeKind.NEIGHBOURS,
                DisputeSource.SELF,
                DisputeLevel.COMMUNITY,
                Mechanism.SINGLE,
                0,
                false,
                0,
                false,
                null,
                AmountBand.UP_TO_1000));
  }
}
