package cn.linli.petition.domain;

import static cn.linli.petition.domain.Scene.CITY;
import static cn.linli.petition.domain.Scene.COMMUNITY;
import static cn.linli.petition.domain.Scene.DESK;
import static cn.linli.petition.domain.Scene.GRID;
import static cn.linli.petition.domain.Scene.RESIDENT;
import static cn.linli.petition.domain.Scene.STREET;
import static cn.linli.petition.domain.Scene.instant;
import static cn.linli.petition.domain.Scene.submitted;
import static cn.linli.petition.domain.Scene.unit;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.Entry;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.PetitionEvent.Reopened;
import cn.linli.events.petition.PetitionEvent.Resolved;
import cn.linli.events.petition.ReferralEvent.PetitionOfferedToVolunteers;
import cn.linli.events.petition.ReferralEvent.PetitionReferredToMediation;
import cn.linli.events.petition.ReferralEvent.ReferralBroken;
import cn.linli.events.petition.ReferralEvent.ReferralReturned;
import cn.linli.events.petition.ReferralEvent.ReferralSettled;
import cn.linli.events.petition.ReferralEvent.ReferralTaken;
import cn.linli.events.petition.ReferralWay;
import cn.linli.events.petition.Regime;
import cn.linli.petition.domain.PetitionCommand.*;
import cn.linli.petition.domain.ReferralCommand.Broken;
import cn.linli.petition.domain.ReferralCommand.OfferToVolunteers;
import cn.linli.petition.domain.ReferralCommand.ReferToMediation;
import cn.linli.petition.domain.ReferralCommand.Returned;
import cn.linli.petition.domain.ReferralCommand.Settled;
import cn.linli.petition.domain.ReferralCommand.Taken;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferralTest {

  private static final Actor POLICY = new Actor("policy", null, false, false);
  private static final ReferToMediation REFER = new ReferToMediation("r1", 2, true, "parties");
  private static final OfferToVolunteers OFFER =
      new OfferToVolunteers("r1", "snow-clearing", 60, 5);
  private static final Instant FIRST_LIMIT = instant("2026-01-13T00:00");
  private static final Instant MEDIATE_BY = instant("2026-02-05T00:00");

  private static Scene referred() {
    return submitted("noise").by(GRID, new Accept()).by(GRID, REFER).accepted();
  }

  private static Taken taken() {
    return new Taken("r1", "d1", MEDIATE_BY);
  }

  private static Instant answerBy(Scene scene) {
    return scene.state().time().deadlines().answerBy();
  }

  @Test
  void to_mediation_with_both_consents_and_due_five_working_days_after_it() {
    var scene = referred();
    var referral = scene.event(PetitionReferredToMediation.class);
    assertThat(referral.mediateBy()).isEqualTo(MEDIATE_BY);
    assertThat(referral.takeBy()).isEqualTo(instant("2026-01-09T00:00"));
    assertThat(referral.movesDue()).isTrue();
    assertThat(referral.holder()).isEqualTo(unit(Scene.GRID_CODE, null));
    assertThat(referral.division()).isEqualTo(Scene.GRID_CODE);
    assertThat(referral.contentRef()).isEqualTo("content");
    assertThat(referral.partiesRef()).isEqualTo("parties");
    assertThat(referral.deadlines().answerBy()).isEqualTo(instant("2026-02-12T00:00"));
    assertThat(referral.deadlines().basis()).isEqualTo(Referring.BASIS);
    assertThat(referral.deadlines().rungBy()).as("the ladder's clock rests").isNull();
    assertThat(scene.state().status()).isEqualTo(Status.MEDIATING);
    assertThat(scene.state().level()).isEqualTo(Level.GRID);
  }

  @Test
  void what_no_mediator_gets() {
    submitted("noise")
        .by(GRID, new ReferToMediation("r1", 2, false, "parties"))
        .refused("consents-missing");
    submitted("noise")
        .by(GRID, new ReferToMediation("r1", 1, true, "parties"))
        .refused("parties-missing");
    submitted("land").by(STREET, REFER).refused("administrative-dispute");
    submitted(draft -> draft.kind(Kind.ACCUSATION, Regime.FORMAL).accuses(true, "water-company"))
        .by(STREET, REFER)
        .refused("administrative-dispute");
    submitted(draft -> draft.kind(Kind.COMPLAINT, Regime.HOTLINE).accuses(true, "370602"))
        .by(CITY, REFER)
        .refused("administrative-dispute");
    submitted(draft -> draft.kind(Kind.COMPLAINT, Regime.HOTLINE).accuses(true, "heating-company"))
        .by(GRID, REFER)
        .accepted();
  }

  @Test
  void who_refers_and_when() {
    submitted("noise").by(RESIDENT, REFER).refused("not-the-holder");
    submitted("noise").by(DESK, REFER).refused("not-the-holder");
    var scene = submitted("noise").by(COMMUNITY, REFER).accepted();
    assertThat(scene.state().level()).as("a unit above takes it over").isEqualTo(Level.COMMUNITY);
    submitted("noise")
        .by(GRID, new Resolve(Outcome.SOLVED, "result"))
        .by(GRID, REFER)
        .refused("already-closed");
    scene = submitted("noise");
    for (int i = 0; i < Referring.REFERRALS_MAX; i++) {
      scene.by(GRID, REFER).by(POLICY, new Returned("r1", "declined")).accepted();
    }
    scene.by(GRID, REFER).refused("too-many-referrals");
  }

  @Test
  void a_formal_petitions_clock_runs_and_below_ten_working_days_it_is_too_late() {
    var scene = submitted(draft -> draft.kind(Kind.APPEAL, Regime.FORMAL)).by(STREET, new Accept());
    var limit = answerBy(scene);
    assertThat(limit).isEqualTo(instant("2026-03-07T00:00"));
    scene.at("2026-02-24T10:00").by(STREET, REFER).refused("too-late-to-refer");
    scene =
        submitted(draft -> draft.kind(Kind.APPEAL, Regime.FORMAL))
            .by(STREET, new Accept())
            .at("2026-02-14T10:00")
            .by(STREET, REFER)
            .accepted();
    assertThat(scene.event(PetitionReferredToMediation.class).movesDue()).isFalse();
    assertThat(answerBy(scene)).isEqualTo(limit);
  }

  @Test
  void nobody_moves_it_while_it_is_away_and_looking_after_it_goes_on() {
    for (PetitionCommand move :
        List.of(
            new Accept(),
            new Escalate("reason"),
            new Dispatch("heating-company", null),
            new Resolve(Outcome.SOLVED, "result"),
            REFER,
            OFFER)) {
      referred().by(GRID, move).refused("referred-away");
      referred().by(STREET, move).refused("referred-away");
    }
    referred().by(STREET, new Progress(Entry.CALL, "note")).refused("referred-away");
    referred()
        .by(GRID, new Progress(Entry.CALL, "note"))
        .accepted()
        .by(RESIDENT, new Remind())
        .accepted()
        .by(RESIDENT, new Comment("note"))
        .accepted()
        .by(RESIDENT, new Withdraw())
        .accepted();
  }

  @Test
  void registered_it_waits_for_the_mediation_and_two_working_days_more() {
    var scene = referred().by(POLICY, taken());
    scene.then(new ReferralTaken("r1", "d1", instant("2026-02-07T00:00")));
    scene.by(POLICY, taken()).refused("referral-over");
    assertThat(scene.until("2026-01-09T00:00").fallen())
        .noneMatch(ReferralReturned.class::isInstance);
    assertThat(scene.until("2026-02-07T00:00").fallen())
        .filteredOn(ReferralReturned.class::isInstance)
        .extracting(event -> ((ReferralReturned) event).cause())
        .containsExactly("silence");
    assertThat(scene.state().status()).isEqualTo(Status.HANDLING);
  }

  @Test
  void who_mediates_longer_is_waited_for_as_long_but_never_shorter() {
    var scene = referred().by(POLICY, taken()).accepted();
    scene
        .by(POLICY, new Taken("r1", "d1", instant("2026-02-21T00:00")))
        .then(new ReferralTaken("r1", "d1", instant("2026-02-26T00:00")));
    scene.by(POLICY, taken()).refused("referral-over");
    scene.by(POLICY, new Taken("r1", "d2", instant("2026-03-21T00:00"))).refused("referral-over");
    assertThat(scene.until("2026-02-07T00:00").fallen())
        .noneMatch(ReferralReturned.class::isInstance);
    assertThat(scene.state().status()).isEqualTo(Status.MEDIATING);
  }

  @Test
  void silence_brings_it_back_at_its_former_level() {
    var scene = referred().until("2026-01-09T00:00");
    assertThat(scene.fallen()).filteredOn(ReferralReturned.class::isInstance).hasSize(1);
    assertThat(scene.state().status()).isEqualTo(Status.HANDLING);
    assertThat(scene.state().level()).isEqualTo(Level.GRID);
    assertThat(scene.state().time().deadlines().rungBy())
        .as("a whole clock of the rung")
        .isEqualTo(instant("2026-01-14T00:00"));
    scene.by(POLICY, new Settled("r1", "d1", Outcome.SOLVED)).refused("referral-over");
  }

  @ParameterizedTest
  @ValueSource(strings = {"refused", "failed", "withdrawn", "declined", "cancelled"})
  void back_to_handling(String cause) {
    var scene = referred().at("2026-01-06T10:00").by(POLICY, new Returned("r1", cause));
    var back = scene.event(ReferralReturned.class);
    assertThat(back.cause()).isEqualTo(cause);
    assertThat(back.way()).isEqualTo(ReferralWay.MEDIATION);
    assertThat(back.deadlines().answerBy())
        .as("what is left after a mediation, counted from its early end")
        .isEqualTo(instant("2026-01-14T00:00"));
    assertThat(scene.state().status()).isEqualTo(Status.HANDLING);
    assertThat(scene.state().unit()).isEqualTo(unit(Scene.GRID_CODE, null));
    scene.by(POLICY, new Returned("r1", cause)).refused("referral-over");
    scene.by(POLICY, new Returned("r2", cause)).refused("unknown-referral");
  }

  @Test
  void a_limit_never_comes_nearer_than_without_the_referral() {
    var scene = referred().by(POLICY, new Returned("r1", "declined"));
    assertThat(answerBy(scene)).isEqualTo(FIRST_LIMIT);
    assertThat(scene.state().time().deadlines().basis()).isEqualTo("domain rules §4.3");
    scene.by(GRID, new Resolve(Outcome.SOLVED, "result"));
    assertThat(scene.event(Resolved.class).span().afterMediation()).isNull();
  }

  @Test
  void settled_is_resolved_and_its_answer_stands_apart() {
    var scene =
        referred()
            .by(POLICY, taken())
            .at("2026-01-20T10:00")
            .by(POLICY, new Settled("r1", "d1", Outcome.SOLVED));
    assertThat(scene.events().getFirst())
        .isEqualTo(new ReferralSettled("r1", ReferralWay.MEDIATION, "d1"));
    var resolved = scene.event(Resolved.class);
    assertThat(resolved.outcome()).isEqualTo(Outcome.SOLVED);
    assertThat(resolved.level()).isEqualTo(Level.GRID);
    assertThat(resolved.span().onTime()).as("by the limit that followed").isTrue();
    assertThat(resolved.span().afterMediation()).isTrue();
    assertThat(scene.state().status()).isEqualTo(Status.RESOLVED);
    assertThat(scene.state().proceedings().referral().state()).isEqualTo(Referral.State.SETTLED);
  }

  @Test
  void a_formal_petition_agreed_on_comes_back_for_its_written_opinion() {
    var scene =
        submitted(draft -> draft.kind(Kind.APPEAL, Regime.FORMAL))
            .by(STREET, new Accept())
            .by(STREET, REFER)
            .by(POLICY, new Settled("r1", "d1", Outcome.SOLVED));
    assertThat(scene.event(ReferralReturned.class).cause()).isEqualTo("opinion-owed");
    assertThat(scene.state().status()).isEqualTo(Status.HANDLING);
  }

  @Test
  void a_breach_after_that_reopens_it_once() {
    var scene = referred().by(POLICY, new Settled("r1", "d1", Outcome.SOLVED));
    scene.at("2026-06-01T10:00").by(POLICY, new Broken("r1", "d1"));
    assertThat(scene.events().getFirst()).isEqualTo(new ReferralBroken("r1", "d1"));
    assertThat(scene.event(Reopened.class).round()).isEqualTo(2);
    assertThat(scene.state().unit()).isEqualTo(unit(Scene.GRID_CODE, null));
    scene.by(POLICY, new Broken("r1", "d1")).refused("referral-over");
    referred().by(POLICY, new Broken("r1", "d1")).refused("referral-over");
  }

  @Test
  void the_end_of_the_request_ends_the_referral() {
    var scene = referred().by(RESIDENT, new Withdraw());
    assertThat(scene.state().proceedings().referral().state()).isEqualTo(Referral.State.DROPPED);
    assertThat(Timers.due(scene.state())).isNull();
    scene.by(POLICY, new Settled("r1", "d1", Outcome.SOLVED)).refused("referral-over");
  }

  @Test
  void to_volunteers_and_the_clock_runs() {
    var scene = submitted("noise").by(GRID, new Accept());
    var limits = scene.state().time().deadlines();
    scene.by(GRID, OFFER);
    assertThat(scene.event(PetitionOfferedToVolunteers.class))
        .isEqualTo(
            new PetitionOfferedToVolunteers(
                scene.state().filed().facets(),
                "r1",
                Scene.GRID_CODE,
                unit(Scene.GRID_CODE, null),
                "snow-clearing",
                60,
                5,
                "content",
                instant("2026-01-09T00:00"),
                limits.withRungBy(null)));
    assertThat(scene.state().status()).isEqualTo(Status.VOLUNTEERING);
    scene.by(POLICY, new Taken("r1", "a1", instant("2026-01-07T12:00"))).accepted();
    scene.by(POLICY, new Settled("r1", "a1", Outcome.SOLVED)).accepted();
    assertThat(scene.event(Resolved.class).span().afterMediation()).isNull();
    StateJsonTest.survives(scene.state());
  }

  @Test
  void what_is_not_for_volunteers() {
    submitted(draft -> draft.kind(Kind.APPEAL, Regime.FORMAL))
        .by(STREET, OFFER)
        .refused("not-for-volunteers");
    submitted(draft -> draft.kind(Kind.COMPLAINT, Regime.HOTLINE).accuses(true, "heating-company"))
        .by(GRID, OFFER)
        .refused("not-for-volunteers");
  }

  @Test
  void an_overdue_request_keeps_its_limit() {
    var scene = submitted("noise").by(GRID, new Accept());
    scene.until("2026-01-13T00:00");
    assertThat(scene.state().time().overdue()).isTrue();
    scene.by(STREET, REFER).accepted();
    assertThat(answerBy(scene)).isEqualTo(FIRST_LIMIT);
    assertThat(scene.event(PetitionReferredToMediation.class).movesDue()).isFalse();
  }
}
