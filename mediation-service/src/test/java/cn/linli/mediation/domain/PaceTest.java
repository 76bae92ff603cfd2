package cn.linli.mediation.domain;

import static cn.linli.mediation.domain.Scene.FILER;
import static cn.linli.mediation.domain.Scene.MEDIATOR;
import static cn.linli.mediation.domain.Scene.PEACEMAKER;
import static cn.linli.mediation.domain.Scene.STREET_MEDIATOR;
import static cn.linli.mediation.domain.Scene.consenting;
import static cn.linli.mediation.domain.Scene.draft;
import static cn.linli.mediation.domain.Scene.instant;
import static cn.linli.mediation.domain.Scene.mediating;
import static cn.linli.mediation.domain.Scene.number;
import static cn.linli.mediation.domain.Scene.recorded;
import static cn.linli.mediation.domain.Scene.registered;
import static cn.linli.mediation.domain.Scene.start;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.DisputeEvent.DisputeAccepted;
import cn.linli.events.mediation.DisputeEvent.DisputeConcluded;
import cn.linli.events.mediation.DisputeEvent.MediationFailed;
import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.DisputeOutcome;
import cn.linli.events.mediation.DisputeSource;
import cn.linli.events.mediation.PaceEvent.*;
import cn.linli.events.mediation.PartyRole;
import cn.linli.events.mediation.Pathway;
import cn.linli.events.mediation.RiskEvent.RiskGraded;
import cn.linli.mediation.domain.DisputeCommand.*;
import cn.linli.mediation.domain.PaceCommand.*;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaceTest {

  private static Scene fromCourt() {
    return start()
        .by(MEDIATOR, draft().source(DisputeSource.COURT).onBehalf().register())
        .accepted()
        .by(MEDIATOR, new Accept(null, number(1)))
        .accepted();
  }

  private static AskLonger until(String local) {
    return new AskLonger(instant(local), "reason");
  }

  @Test
  void thirty_calendar_days_run_from_acceptance_and_roll_off_rest_days() {
    var scene = registered().at("2026-01-19T10:00").by(MEDIATOR, new Accept(null, number(1)));

    // 2026-02-18 lies in the Spring Festival, 02-24 is the first working day after it
    assertThat(scene.event(LimitStarted.class))
        .isEqualTo(
            new LimitStarted(
                Scene.ID,
                null,
                Basis.ORDINARY,
                instant("2026-01-19T10:00"),
                instant("2026-02-25T00:00"),
                LocalDate.parse("2026-02-18"),
                false,
                instant("2026-02-10T00:00")));
  }

  @ParameterizedTest(name = "{0} received on {1} ends with {2}, reminded on {3}")
  @CsvSource({
    "COURT_APPOINTED,         2026-01-05, 2026-02-04, 2026-01-28",
    "COURT_ENTRUSTED,         2026-01-05, 2026-01-20, 2026-01-15",
    "COURT_ENTRUSTED_SUMMARY, 2026-01-05, 2026-01-12, 2026-01-08"
  })
  void a_courts_days_run_from_the_signed_receipt(
      Basis basis, LocalDate received, LocalDate last, LocalDate reminded) {
    var scene =
        fromCourt()
            .at("2026-01-06T10:00")
            .by(MEDIATOR, new SignCourtReceipt(basis, instant(received + "T09:00"), "court"));

    var started = scene.event(LimitStarted.class);
    assertThat(started.mediateBy()).isEqualTo(instant(last.plusDays(1) + "T00:00"));
    assertThat(started.remindAt()).isEqualTo(instant(reminded + "T00:00"));
    assertThat(scene.state().proceedings().limit().mediateBy()).isEqualTo(started.mediateBy());
    scene
        .by(MEDIATOR, new SignCourtReceipt(basis, instant(received + "T09:00"), "court"))
        .refused("receipt-already-signed");
  }

  @Test
  void a_receipt_is_a_courts_and_neither_old_nor_ahead() {
    var summary = Basis.COURT_ENTRUSTED_SUMMARY;
    consenting()
        .by(MEDIATOR, new SignCourtReceipt(summary, instant("2026-01-05T09:00"), "court"))
        .refused("not-from-a-court");
    fromCourt()
        .by(MEDIATOR, new SignCourtReceipt(summary, instant("2026-01-05T11:00"), "court"))
        .refused("receipt-in-the-future");
    fromCourt()
        .by(MEDIATOR, new SignCourtReceipt(summary, instant("2025-12-20T09:00"), "court"))
        .refused("receipt-too-old");
    fromCourt()
        .by(FILER, new SignCourtReceipt(summary, instant("2026-01-05T09:00"), "court"))
        .refused("not-the-mediators");
  }

  @Test
  void mediators_are_reminded_once_and_then_the_term_is_over() {
    var scene = mediating();
    var limit = scene.state().proceedings().limit();
    assertThat(limit.mediateBy()).isEqualTo(instant("2026-02-05T00:00"));

    scene.until("2026-01-28T00:00");
    assertThat(scene.fallen()).containsExactly(new LimitReminded(limit.mediateBy()));
    scene.until("2026-02-04T23:59");
    assertThat(scene.fallen()).hasOnlyElementsOfType(RiskGraded.class);
    scene.until("2026-02-05T00:00");
    assertThat(scene.fallen())
        .startsWith(
            new TermOver(limit.mediateBy()), new MediationFailed(Scene.ID, null, "term-over"))
        .endsWith(new RemediesTold(List.of(Pathway.LITIGATION, Pathway.GOVERNMENT), null));
    assertThat(scene.state().status()).isEqualTo(Status.FAILED);
    assertThat(Timers.due(scene.state())).isNull();
  }

  @Test
  void what_is_not_even_consented_to_ends_with_its_term_too() {
    var scene = consenting();
    scene.until("2026-02-05T00:00");
    assertThat(scene.state().status().isOpen()).isFalse();
  }

  @Test
  void only_all_parties_together_make_it_longer() {
    var scene = mediating().by(MEDIATOR, until("2026-02-20T18:00")).accepted();
    var before = scene.state().proceedings().limit().mediateBy();
    scene.by(FILER, new AnswerLonger(Voice.OWN, true)).then(new LongerAnswered(1, "p1", true));
    assertThat(scene.state().proceedings().limit().mediateBy()).isEqualTo(before);
    scene.by(FILER, new AnswerLonger(Voice.OWN, true)).refused("already-answered");

    scene.by(MEDIATOR, new AnswerLonger(recorded("p2"), true));
    assertThat(scene.event(LimitExtended.class))
        .isEqualTo(
            new LimitExtended(
                Scene.ID,
                null,
                1,
                before,
                instant("2026-02-20T18:00"),
                instant("2026-02-10T00:00")));
    assertThat(scene.state().proceedings().limit().extensions()).isEqualTo(1);
    scene.until("2026-02-05T00:00");
    assertThat(scene.state().status()).isEqualTo(Status.MEDIATING);
    scene.until("2026-02-20T18:00");
    assertThat(scene.state().status()).isEqualTo(Status.FAILED);
  }

  @Test
  void one_no_settles_it_and_more_may_be_asked_again() {
    var scene = mediating().by(MEDIATOR, until("2026-02-20T18:00")).accepted();
    scene.by(MEDIATOR, until("2026-02-21T18:00")).refused("already-asked");
    scene.by(FILER, new AnswerLonger(Voice.OWN, false)).then(new LongerAnswered(1, "p1", false));
    scene.by(MEDIATOR, new AnswerLonger(recorded("p2"), true)).refused("nothing-asked");
    scene
        .by(FILER, new WantLonger(Voice.OWN, instant("2026-02-10T18:00"), "reason"))
        .then(
            new LongerAsked(2, instant("2026-02-10T18:00"), "reason"),
            new LongerAnswered(2, "p1", true));
    scene.by(MEDIATOR, new AnswerLonger(recorded("p2"), true));
    assertThat(scene.event(LimitExtended.class).mediateBy()).isEqualTo(instant("2026-02-10T18:00"));
  }

  @Test
  void who_had_not_answered_may_leave_and_then_all_agree() {
    var scene =
        start()
            .by(
                FILER,
                draft()
                    .party(PartyRole.APPLICANT)
                    .party(PartyRole.RESPONDENT)
                    .party(PartyRole.RESPONDENT)
                    .claim("p1", "p2", "p3")
                    .register())
            .by(MEDIATOR, new Accept(null, number(1)))
            .by(MEDIATOR, new Answer(recorded("p2"), true))
            .by(MEDIATOR, new Answer(recorded("p3"), true))
            .by(MEDIATOR, until("2026-02-20T18:00"))
            .by(FILER, new AnswerLonger(Voice.OWN, true))
            .by(MEDIATOR, new AnswerLonger(recorded("p2"), true))
            .accepted();
    scene.by(MEDIATOR, new Leave(recorded("p3"), "reason"));
    assertThat(scene.event(LimitExtended.class).number()).isEqualTo(1);
  }

  @Test
  void more_time_has_its_bounds() {
    mediating().by(MEDIATOR, until("2026-02-05T00:00")).refused("until-not-later");
    mediating().by(MEDIATOR, until("2026-06-01T00:00")).refused("extension-too-long");
    mediating()
        .by(Scene.resident("stranger"), until("2026-02-20T00:00"))
        .refused("not-the-mediators");
    registered().by(MEDIATOR, until("2026-02-20T00:00")).refused("not-accepted-yet");
  }

  @Test
  void a_transfer_between_committees_makes_nothing_longer_but_a_buildings_try_does_not_count() {
    var peace =
        start()
            .by(FILER, draft().building().register())
            .by(PEACEMAKER, new Accept(null, null))
            .accepted();
    var atBuilding = peace.event(LimitStarted.class).mediateBy();
    peace
        .at("2026-01-08T10:00")
        .by(PEACEMAKER, new Transfer(Scene.COMMITTEE, "reason"))
        .accepted()
        .by(MEDIATOR, new Accept(null, number(1)));
    assertThat(peace.event(LimitStarted.class).mediateBy()).isAfter(atBuilding);

    var scene = consenting();
    var before = scene.state().proceedings().limit();
    scene
        .at("2026-01-08T10:00")
        .by(MEDIATOR, new Transfer(Scene.STREET_COMMITTEE, "reason"))
        .accepted()
        .by(STREET_MEDIATOR, new Accept(null, number(2)));
    assertThat(scene.events()).hasAtLeastOneElementOfType(DisputeAccepted.class);
    assertThat(scene.events()).noneMatch(LimitStarted.class::isInstance);
    assertThat(scene.state().proceedings().limit()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(EndReason.class)
  void every_failure_has_a_code_and_tells_the_other_remedies(EndReason reason) {
    var scene = mediating().by(MEDIATOR, new Fail(reason, "note"));
    if (reason == EndReason.TERM_OVER) {
      scene.refused("only-time-ends-a-term");
      return;
    }
    assertThat(scene.event(MediationFailed.class).code()).isEqualTo(reason.wire());
    assertThat(scene.event(DisputeConcluded.class).outcome()).isEqualTo(DisputeOutcome.FAILED);
    assertThat(scene.state().proceedings().endNotice())
        .satisfies(told -> {
          assertThat(told.remedies()).contains(Pathway.LITIGATION);
          assertThat(told.noteRef()).isEqualTo("note");
        });
    scene.by(MEDIATOR, new Fail(reason, null)).refused("already-ended");
  }

  @Test
  void refusal_and_withdrawal_tell_them_too() {
    for (var ended :
        List.of(
            consenting().by(MEDIATOR, new Answer(recorded("p2"), false)),
            registered().by(MEDIATOR, new Refuse(NotForMediation.values()[0].wire())),
            mediating().by(FILER, new Withdraw(Voice.OWN)))) {
      assertThat(ended.event(RemediesTold.class).pathways()).contains(Pathway.LITIGATION);
    }
  }

  @ParameterizedTest
  @EnumSource(DisputeKind.class)
  void what_is_told_is_open_to_that_kind(DisputeKind kind) {
    assertThat(Pathways.of(kind)).containsAll(Remedies.of(kind));
  }

  @ParameterizedTest
  @EnumSource(DisputeKind.class)
  void a_court_is_open_to_every_kind_of_dispute(DisputeKind kind) {
    assertThat(Remedies.of(kind)).contains(Pathway.LITIGATION).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}: first {1}")
  @CsvSource({
    "LABOUR, ARBITRATION",
    "LAND, ARBITRATION",
    "HOMESTEAD, ADJUDICATION",
    "FAMILY, LITIGATION",
    "TENANCY, ARBITRATION",
    "NEIGHBOURS, LITIGATION"
  })
  void where_another_body_comes_first_it_is_named_first(DisputeKind kind, Pathway first) {
    assertThat(Remedies.of(kind)).startsWith(first);
  }

  @Test
  void only_who_mediates_ends_a_mediation() {
    mediating().by(FILER, new Fail(EndReason.NO_AGREEMENT, null)).refused("not-the-mediators");
    consenting().by(MEDIATOR, new Fail(EndReason.NO_AGREEMENT, null)).refused("not-mediating-yet");
  }
}
