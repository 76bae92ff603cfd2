package cn.linli.mediation.domain;

import static cn.linli.mediation.domain.Scene.FILER;
import static cn.linli.mediation.domain.Scene.MEDIATOR;
import static cn.linli.mediation.domain.Scene.consenting;
import static cn.linli.mediation.domain.Scene.draft;
import static cn.linli.mediation.domain.Scene.instant;
import static cn.linli.mediation.domain.Scene.mediating;
import static cn.linli.mediation.domain.Scene.number;
import static cn.linli.mediation.domain.Scene.recorded;
import static cn.linli.mediation.domain.Scene.start;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.DisputeEvent.ActRecorded;
import cn.linli.events.mediation.DisputeEvent.DisputeConcluded;
import cn.linli.events.mediation.HearingEvent.*;
import cn.linli.events.mediation.Mechanism;
import cn.linli.events.mediation.PanelEvent.PanelAppointed;
import cn.linli.events.mediation.PanelSeat;
import cn.linli.events.mediation.PartyRole;
import cn.linli.mediation.domain.DisputeCommand.*;
import cn.linli.mediation.domain.HearingCommand.*;
import cn.linli.mediation.domain.PaceCommand.Fail;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HearingTest {

  private static final Schedule CALL = new Schedule(instant("2026-01-06T09:00"), "venue", false);

  private static Scene called() {
    return mediating().by(MEDIATOR, CALL).accepted();
  }

  private static RecordSession record(String... parties) {
    return record(null, null, List.of(), 0, parties);
  }

  private static RecordSession record(
      @Nullable Instant began,
      @Nullable Instant ended,
      List<Integer> helpers,
      int listeners,
      String... parties) {
    return new RecordSession(
        1,
        began,
        ended,
        List.of(parties).stream().map(it -> new PartyThere(it, false)).toList(),
        List.of(),
        helpers,
        listeners,
        "course",
        "result");
  }

  @Test
  void every_party_is_told_of_a_session_and_says_that_it_knows() {
    var scene =
        mediating()
            .by(MEDIATOR, CALL)
            .then(
                new SessionScheduled(
                    1, instant("2026-01-06T09:00"), "venue", false, List.of("p1", "p2"), List.of()))
            .by(FILER, new NoticeAsParty(Voice.OWN, 1))
            .then(new SessionNoticed(1, "p1"))
            .by(FILER, new NoticeAsParty(Voice.OWN, 1))
            .refused("already-answered")
            .by(MEDIATOR, new NoticeAsParty(recorded("p2"), 1))
            .then(new ActRecorded("p2", "evidence", List.of()), new SessionNoticed(1, "p2"))
            .by(FILER, new NoticeAsParty(Voice.OWN, 2))
            .refused("unknown-session");
    assertThat(Hearing.of(scene.state()).sessions().getFirst().knows("p2")).isTrue();
  }

  @Test
  void who_knew_of_the_old_time_is_told_of_the_new_one() {
    var scene =
        called()
            .by(FILER, new NoticeAsParty(Voice.OWN, 1))
            .by(MEDIATOR, new Reschedule(1, instant("2026-01-07T09:00"), null, true, "reason"))
            .then(
                new SessionRescheduled(
                    1,
                    instant("2026-01-06T09:00"),
                    instant("2026-01-07T09:00"),
                    "venue",
                    true,
                    "reason",
                    List.of("p1", "p2"),
                    List.of()));
    var session = Hearing.of(scene.state()).sessions().getFirst();
    assertThat(session.knows("p1")).isFalse();
    assertThat(session.moves()).isEqualTo(1);
    for (int i = 1; i < Session.MOVES_MAX; i++) {
      scene
          .by(MEDIATOR, new Reschedule(1, instant("2026-01-08T09:00"), null, null, "reason"))
          .accepted();
    }
    scene
        .by(MEDIATOR, new Reschedule(1, instant("2026-01-09T09:00"), null, null, "reason"))
        .refused("moved-too-often");
  }

  @Test
  void a_record_names_who_was_there_who_sent_somebody_and_who_was_missing() {
    var scene =
        start()
            .by(
                FILER,
                draft()
                    .party(PartyRole.APPLICANT)
                    .party(PartyRole.RESPONDENT)
                    .party(PartyRole.THIRD_PARTY)
                    .claim("p1", "p2")
                    .register())
            .by(MEDIATOR, new Accept(null, number(1)))
            .by(MEDIATOR, new Answer(recorded("p2"), true))
            .by(MEDIATOR, new Answer(recorded("p3"), true))
            .by(MEDIATOR, CALL)
            .at("2026-01-06T12:00")
            .by(
                MEDIATOR,
                new RecordSession(
                    1,
                    instant("2026-01-06T09:05"),
                    instant("2026-01-06T11:35"),
                    List.of(new PartyThere("p1", false), new PartyThere("p2", true)),
                    List.of(),
                    List.of(),
                    0,
                    "course",
                    "result"));
    var held = scene.event(SessionHeld.class);
    assertThat(held.present()).containsExactly("p1");
    assertThat(held.represented()).containsExactly("p2");
    assertThat(held.absent()).containsExactly("p3");
    assertThat(held.first()).isTrue();
    scene.by(MEDIATOR, record("p1")).refused("session-held");
  }

  @ParameterizedTest(name = "from {0} to {1}: {2}")
  @CsvSource({
    "2026-01-06T11:00, 2026-01-06T09:00, session-ends-before-it-begins",
    "2026-01-06T09:00, ,                 session-ends-before-it-begins",
    "2026-01-06T09:00, 2026-01-06T18:01, session-not-over",
    "2026-01-05T23:59, 2026-01-06T18:00, session-too-long"
  })
  void times_make_sense(String began, @Nullable String ended, String code) {
    called()
        .at("2026-01-06T18:00")
        .by(
            MEDIATOR,
            record(instant(began), ended == null ? null : instant(ended), List.of(), 0, "p1"))
        .refused(code);
  }

  @Test
  void who_was_there_is_in_the_case_and_named_once() {
    called().by(MEDIATOR, record()).refused("nobody-came");
    called().by(MEDIATOR, record("p7")).refused("unknown-party");
    called().by(MEDIATOR, record("p1", "p1")).refused("named-twice");
    called().by(FILER, record("p1")).refused("not-the-mediators");
    called()
        .by(
            MEDIATOR,
            new RecordSession(
                1,
                null,
                null,
                List.of(new PartyThere("p1", false)),
                List.of(new MediatorThere("stranger", null)),
                List.of(),
                0,
                "course",
                "result"))
        .refused("not-on-the-panel");
  }

  @Test
  void minutes_follow_attendance_and_say_who_is_paid() {
    var scene = called().at("2026-01-06T12:00");
    var seats =
        List.of(
            new PanelSeat("lead", "r1", "wang", true, true),
            new PanelSeat("member", "r2", "xu", false, false),
            new PanelSeat("member", "r3", null, false, true));
    scene.happened(new PanelAppointed(Mechanism.PANEL, seats));
    var ninetyMinutes =
        new RecordSession(
            1,
            instant("2026-01-06T09:00"),
            instant("2026-01-06T10:30"),
            List.of(new PartyThere("p1", false), new PartyThere("p2", false)),
            List.of(new MediatorThere("r1", null), new MediatorThere("r2", 60)),
            List.of(),
            0,
            "course",
            "result");
    scene.by(MEDIATOR, record("p1")).refused("no-mediator-came");
    scene
        .by(
            MEDIATOR,
            new RecordSession(
                1,
                instant("2026-01-06T09:00"),
                instant("2026-01-06T10:30"),
                List.of(new PartyThere("p1", false)),
                List.of(new MediatorThere("r1", 91)),
                List.of(),
                0,
                "course",
                "result"))
        .refused("longer-than-the-session");
    scene.by(MEDIATOR, ninetyMinutes);
    assertThat(scene.event(SessionHeld.class).mediators())
        .containsExactly(new Attended("r1", 90, false), new Attended("r2", 60, true));
  }

  @Test
  void a_mediator_who_is_called_says_so_themselves() {
    var scene = mediating();
    scene.happened(
        new PanelAppointed(
            Mechanism.PANEL,
            List.of(
                new PanelSeat("lead", "r1", "wang", true, true),
                new PanelSeat("member", "r2", "xu", false, false))));
    scene.by(MEDIATOR, CALL);
    assertThat(scene.event(SessionScheduled.class).mediators()).containsExactly("r1", "r2");
    scene.by(MEDIATOR, new NoticeAsMediator(1, "r2")).refused("not-yourself");
    scene.by(MEDIATOR, new NoticeAsMediator(1, "r9")).refused("not-invited");
    scene.by(MEDIATOR, new NoticeAsMediator(1, "r1")).then(new SessionNoticed(1, "r1"));
  }

  @Test
  void nobody_listens_to_a_closed_session() {
    called().by(MEDIATOR, record(null, null, List.of(), 3, "p1")).refused("session-closed");
    mediating()
        .by(MEDIATOR, new Schedule(instant("2026-01-06T09:00"), "venue", true))
        .by(MEDIATOR, record(null, null, List.of(), 3, "p1", "p2"))
        .accepted();
  }

  @Test
  void helpers_come_only_with_every_partys_consent() {
    var scene =
        called()
            .by(FILER, new BringHelper(Voice.OWN, "relative", "name"))
            .then(new HelperProposed(1, "relative", "name", List.of("p1")));
    var withHelper = record(null, null, List.of(1), 0, "p1", "p2");
    scene.by(MEDIATOR, withHelper).refused("helper-without-consent");
    scene.by(MEDIATOR, new AnswerHelper(recorded("p2"), 1, false)).accepted();
    scene.by(MEDIATOR, withHelper).refused("helper-without-consent");
    scene.by(MEDIATOR, new AnswerHelper(recorded("p2"), 2, true)).refused("unknown-helper");
    scene.by(MEDIATOR, new AnswerHelper(recorded("p2"), 1, true)).accepted();
    scene.by(MEDIATOR, new AnswerHelper(recorded("p2"), 1, true)).refused("already-answered");
    scene.by(MEDIATOR, withHelper).accepted();
    assertThat(scene.event(SessionHeld.class).helpers()).containsExactly(1);
    var proposed = mediating().by(MEDIATOR, new ProposeHelper("expert", "name"));
    assertThat(proposed.event(HelperProposed.class).given()).isEmpty();
  }

  @Test
  void a_talk_with_one_side_is_no_step_that_others_see() {
    var scene =
        mediating()
            .by(MEDIATOR, new HoldCaucus("p2", "note"))
            .then(new CaucusHeld(1, "p2", "note"));
    assertThat(scene.state().steps()).noneMatch(step -> step.what().contains("caucus"));
    scene.by(MEDIATOR, new HoldCaucus("p3", "note")).refused("unknown-party");
    scene.by(FILER, new HoldCaucus("p1", "note")).refused("not-the-mediators");
  }

  @Test
  void offers_and_counter_offers_say_who_made_them_and_what_they_answer() {
    var scene =
        mediating()
            .by(FILER, new MakeOffer(Voice.OWN, new Offered(null, null, "o1")))
            .then(new OfferMade(1, 1, "p1", null, null, "o1"))
            .by(FILER, new MakeOffer(Voice.OWN, new Offered(null, 1, "o1b")))
            .then(new OfferMade(1, 2, "p1", null, null, "o1b"))
            .by(MEDIATOR, new MakeOffer(recorded("p2"), new Offered(1, null, "o2")))
            .then(
                new ActRecorded("p2", "evidence", List.of()), new OfferMade(2, 1, "p2", 1, 2, "o2"))
            .by(MEDIATOR, new Propose(new Offered(2, null, "o3")))
            .then(new OfferMade(3, 1, null, 2, 1, "o3"));
    var offers = Hearing.of(scene.state()).offers();
    assertThat(offers.getFirst().versions()).hasSize(2);
    scene
        .by(FILER, new MakeOffer(Voice.OWN, new Offered(1, null, "o4")))
        .refused("own-offer")
        .by(FILER, new MakeOffer(Voice.OWN, new Offered(9, null, "o4")))
        .refused("unknown-offer")
        .by(FILER, new MakeOffer(Voice.OWN, new Offered(null, 2, "o4")))
        .refused("not-your-offer")
        .by(FILER, new MakeOffer(Voice.OWN, new Offered(null, 9, "o4")))
        .refused("unknown-offer")
        .by(FILER, new MakeOffer(Voice.OWN, new Offered(2, 1, "o4")))
        .refused("reply-or-revise")
        .by(Scene.OTHER, new MakeOffer(Voice.OWN, new Offered(null, null, "o4")))
        .refused("not-a-party");
  }

  @Test
  void facts_nobody_disputes_are_signed_by_all_and_a_new_text_anew() {
    var scene =
        mediating()
            .by(FILER, new AnswerUndisputedFacts(Voice.OWN, true))
            .refused("nothing-asked")
            .by(MEDIATOR, new DraftUndisputedFacts("facts"))
            .then(new UndisputedFactsDrafted(1, "facts"))
            .by(FILER, new AnswerUndisputedFacts(Voice.OWN, true))
            .then(new UndisputedFactsAnswered(1, "p1", true));
    assertThat(Hearing.of(scene.state()).facts().isAgreedBy(List.of("p1", "p2"))).isFalse();
    scene.by(MEDIATOR, new AnswerUndisputedFacts(recorded("p2"), true)).accepted();
    assertThat(Hearing.of(scene.state()).facts().isAgreedBy(List.of("p1", "p2"))).isTrue();
    scene.by(MEDIATOR, new DraftUndisputedFacts("more facts")).accepted();
    assertThat(Hearing.of(scene.state()).facts().given()).isEmpty();
  }

  @Test
  void nothing_is_heard_before_consent_and_after_the_end() {
    consenting().by(MEDIATOR, CALL).refused("not-mediating-yet");
    consenting()
        .by(FILER, new MakeOffer(Voice.OWN, new Offered(null, null, "o1")))
        .refused("not-mediating-yet");
    var ended = called().by(MEDIATOR, new Fail(EndReason.NO_AGREEMENT, null)).accepted();
    ended.by(MEDIATOR, CALL).refused("already-ended");
    ended
        .by(FILER, new MakeOffer(Voice.OWN, new Offered(null, null, "o1")))
        .refused("already-ended");
  }

  @Test
  void a_session_is_not_before_the_case() {
    mediating()
        .by(MEDIATOR, new Schedule(instant("2026-01-05T09:59"), "venue", false))
        .refused("session-before-acceptance");
  }

  @Test
  void the_end_counts_the_sessions_that_were_held() {
    var scene = called().by(MEDIATOR, record("p1", "p2")).by(MEDIATOR, CALL).accepted();
    scene.by(MEDIATOR, new Fail(EndReason.NO_AGREEMENT, null));
    var end = scene.event(DisputeConcluded.class);
    assertThat(end.sessions()).isEqualTo(1);
    assertThat(end.atFirstSession()).isFalse();
  }
}
