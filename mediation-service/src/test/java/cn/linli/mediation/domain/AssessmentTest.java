package cn.linli.mediation.domain;

import static cn.linli.mediation.domain.Scene.FILER;
import static cn.linli.mediation.domain.Scene.MEDIATOR;
import static cn.linli.mediation.domain.Scene.draft;
import static cn.linli.mediation.domain.Scene.instant;
import static cn.linli.mediation.domain.Scene.mediating;
import static cn.linli.mediation.domain.Scene.number;
import static cn.linli.mediation.domain.Scene.recorded;
import static cn.linli.mediation.domain.Scene.start;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.AssessmentEvent.*;
import cn.linli.events.mediation.DisputeEvent.MediationWithdrawn;
import cn.linli.events.mediation.PartyRole;
import cn.linli.events.mediation.Support;
import cn.linli.mediation.domain.AssessmentCommand.*;
import cn.linli.mediation.domain.DisputeCommand.Accept;
import cn.linli.mediation.domain.DisputeCommand.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentTest {

  private static final Plan PLAN = new Plan("plan", instant("2026-01-08T10:00"));

  private static Scene twoClaims() {
    return start()
        .by(
            FILER,
            draft()
                .party(PartyRole.APPLICANT)
                .party(PartyRole.RESPONDENT)
                .claim("p1", "p2")
                .claim("p2", "p1")
                .register())
        .by(MEDIATOR, new Accept(null, number(1)))
        .by(MEDIATOR, new Answer(recorded("p2"), true))
        .accepted();
  }

  private static Assess assess(Support supported) {
    return new Assess("c1", supported, "reason", null);
  }

  private static Claim claim(Scene scene, String no) {
    return scene.state().claim(no).orElseThrow();
  }

  @ParameterizedTest(name = "{0}: the claim is {1}")
  @CsvSource({"YES, OPEN", "PARTLY, OPEN", "NO, UNSUPPORTED"})
  void each_is_judged_with_a_reason_by_a_named_reviewer(Support supported, Claim.Status status) {
    var scene = mediating().by(MEDIATOR, assess(supported));
    assertThat(scene.event(ClaimAssessed.class))
        .isEqualTo(new ClaimAssessed("c1", supported, 1, "reason", MEDIATOR.ref()));
    assertThat(claim(scene, "c1").status()).isEqualTo(status);
    assertThat(claim(scene, "c1").assessment().reviewer()).isEqualTo(MEDIATOR.ref());
  }

  @Test
  void what_finds_no_support_gets_a_plan_who_explains_what_and_when() {
    mediating()
        .by(MEDIATOR, new Assess("c1", Support.NO, "reason", PLAN))
        .then(
            new ClaimAssessed("c1", Support.NO, 1, "reason", MEDIATOR.ref()),
            new ExplanationPlanned("c1", "plan", PLAN.at()));
    var scene =
        mediating()
            .by(MEDIATOR, assess(Support.NO))
            .then(
                new ClaimAssessed("c1", Support.NO, 1, "reason", MEDIATOR.ref()),
                new ExplanationPlanned("c1", null, instant("2026-01-13T00:00")));
    scene
        .by(MEDIATOR, new PlanExplanation("c1", PLAN))
        .then(new ExplanationPlanned("c1", "plan", PLAN.at()))
        .by(MEDIATOR, new Explain("c1", "note", true))
        .then(new ExplanationGiven("c1", "note", true))
        .by(MEDIATOR, new Explain("c1", "note", true))
        .refused("already-explained")
        .by(MEDIATOR, new PlanExplanation("c1", PLAN))
        .refused("already-explained");
  }

  @Test
  void only_what_finds_no_support_is_explained() {
    mediating()
        .by(MEDIATOR, new Assess("c1", Support.PARTLY, "reason", PLAN))
        .refused("nothing-to-explain")
        .by(MEDIATOR, new Explain("c1", "note", null))
        .refused("nothing-to-explain")
        .by(
            MEDIATOR,
            new Assess("c1", Support.NO, "reason", new Plan("plan", instant("2026-01-05T09:59"))))
        .refused("due-in-the-past")
        .by(MEDIATOR, new Explain("c9", "note", null))
        .refused("unknown-claim");
  }

  @Test
  void new_facts_change_a_judgment_and_the_claim_is_open_again() {
    var scene = mediating().by(MEDIATOR, assess(Support.NO)).by(MEDIATOR, assess(Support.PARTLY));
    assertThat(scene.event(ClaimAssessed.class).times()).isEqualTo(2);
    assertThat(claim(scene, "c1").status()).isEqualTo(Claim.Status.OPEN);
    assertThat(claim(scene, "c1").assessment().explanation()).isNull();
    for (int i = 2; i < Assessment.TIMES_MAX; i++) {
      scene.by(MEDIATOR, assess(Support.YES)).accepted();
    }
    scene.by(MEDIATOR, assess(Support.YES)).refused("assessed-too-often");
  }

  @Test
  void nobody_judges_in_their_own_case() {
    mediating().by(FILER, assess(Support.YES)).refused("not-the-mediators");
    start()
        .by(MEDIATOR, draft().register())
        .by(MEDIATOR, new Accept(null, number(1)))
        .by(MEDIATOR, new Answer(recorded("p2"), true))
        .accepted()
        .by(MEDIATOR, assess(Support.NO))
        .refused("own-claim");
  }

  @Test
  void a_party_takes_back_one_claim_and_mediation_goes_on_with_the_other() {
    var scene =
        twoClaims()
            .by(FILER, new WithdrawClaim(Voice.OWN, "c2"))
            .refused("not-your-claim")
            .by(FILER, new WithdrawClaim(Voice.OWN, "c1"))
            .then(new ClaimWithdrawn("c1"));
    assertThat(scene.state().status()).isEqualTo(Status.MEDIATING);
    scene
        .by(FILER, new WithdrawClaim(Voice.OWN, "c1"))
        .refused("claim-is-done")
        .by(MEDIATOR, assess(Support.YES))
        .refused("claim-is-done");
    scene.by(MEDIATOR, new WithdrawClaim(recorded("p2"), "c2"));
    assertThat(scene.event(MediationWithdrawn.class).dispute()).isEqualTo(Scene.ID);
    assertThat(scene.state().status()).isEqualTo(Status.WITHDRAWN);
  }

  @Test
  void a_claim_without_support_keeps_the_case_alive() {
    var scene = mediating().by(MEDIATOR, assess(Support.NO)).accepted();
    assertThat(scene.state().contested()).hasSize(1);
    assertThat(scene.state().status()).isEqualTo(Status.MEDIATING);
  }
}
