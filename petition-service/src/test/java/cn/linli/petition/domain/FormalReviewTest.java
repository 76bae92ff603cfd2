package cn.linli.petition.domain;

import static cn.linli.petition.domain.FormalScene.*;
import static cn.linli.petition.domain.Scene.CITY;
import static cn.linli.petition.domain.Scene.DISTRICT;
import static cn.linli.petition.domain.Scene.HEATING;
import static cn.linli.petition.domain.Scene.RESIDENT;
import static cn.linli.petition.domain.Scene.STREET;
import static cn.linli.petition.domain.Scene.instant;
import static cn.linli.petition.domain.Scene.unit;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.Answer;
import cn.linli.events.petition.DueKind;
import cn.linli.events.petition.Entry;
import cn.linli.events.petition.FormalEvent.BecameFinal;
import cn.linli.events.petition.FormalEvent.HearingEnded;
import cn.linli.events.petition.FormalEvent.OpinionIssued;
import cn.linli.events.petition.FormalEvent.ReviewDecided;
import cn.linli.events.petition.FormalEvent.ReviewRequested;
import cn.linli.events.petition.FormalEvent.Terminated;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.NoticeKind;
import cn.linli.events.petition.NoticeWay;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.PetitionEvent.Closed;
import cn.linli.events.petition.PetitionEvent.FellDue;
import cn.linli.events.petition.PetitionEvent.Resolved;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Settlement;
import cn.linli.events.petition.Verdict;
import cn.linli.petition.domain.FormalCommand.IssueOpinion;
import cn.linli.petition.domain.FormalCommand.Recuse;
import cn.linli.petition.domain.FormalCommand.ServeNotice;
import cn.linli.petition.domain.PetitionCommand.Accept;
import cn.linli.petition.domain.PetitionCommand.Close;
import cn.linli.petition.domain.PetitionCommand.Progress;
import cn.linli.petition.domain.PetitionCommand.Rate;
import cn.linli.petition.domain.PetitionCommand.Reopen;
import cn.linli.petition.domain.PetitionCommand.Resolve;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opinion, review, re-review, recusal: 信访工作条例 §28, §32, §35, §36, a table for each clause. */
class FormalReviewTest {

  private static final Actor COLLEAGUE =
      new Actor("street-officer@370602003#other", unit("370602003", null), false, false);

  /** The opinion is in the petitioner's hands since Monday 2026-01-12. */
  private static Scene received() {
    return answered().at("2026-01-12T10:00").by(STREET, answerReceived("2026-01-12T09:00"));
  }

  private static Scene reviewed() {
    return received()
        .at("2026-01-20T10:00")
        .by(RESIDENT, REVIEW)
        .accepted()
        .at("2026-01-26T10:00")
        .by(DISTRICT, UPHELD)
        .accepted();
  }

  private static Scene underReReview() {
    return reviewed()
        .at("2026-01-27T10:00")
        .by(DISTRICT, answerReceived("2026-01-27T09:00"))
        .accepted()
        .at("2026-02-26T10:00")
        .by(RESIDENT, RE_REVIEW);
  }

  /** §32. */
  @ParameterizedTest(name = "{0} resolves as {1}")
  @CsvSource({"SUPPORT, SOLVED", "EXPLAIN, EXPLAINED", "NOT_SUPPORTED, NOT_SUPPORTED"})
  void the_opinion_is_the_answer(Verdict verdict, Outcome outcome) {
    var opinion = new IssueOpinion(verdict, Settlement.AIDED, "c", "f", "o", "b");
    var scene = accepted().by(STREET, opinion);
    OpinionIssued issued = scene.event(OpinionIssued.class);
    assertThat(issued.number()).isEqualTo(1);
    assertThat(issued.settlement()).isEqualTo(Settlement.AIDED);
    Resolved resolved = scene.event(Resolved.class);
    assertThat(resolved.outcome()).isEqualTo(outcome);
    assertThat(resolved.resultRef()).isEqualTo("o");
    assertThat(scene.state().status()).isEqualTo(Status.RESOLVED);
  }

  @Test
  void an_appeal_has_no_lesser_answer_and_others_may() {
    var plain = new Resolve(Outcome.SOLVED, "result");
    accepted().by(STREET, plain).refused("opinion-needed");
    petition(Kind.SUGGESTION).by(STREET, plain).accepted();
    Scene.submitted("land").by(STREET, OPINION).refused("formal-only");
    answered().by(STREET, OPINION).refused("already-closed");
  }

  /** §35: thirty days from receiving the written answer, not from its date. */
  @ParameterizedTest(name = "received {0}, asked {1}: {2}")
  @CsvSource({
    "2026-01-06T09:00, 2026-02-05T23:59,",
    "2026-01-06T09:00, 2026-02-06T00:01, review-window-over",
    "2026-01-19T09:00, 2026-02-24T23:59,",
    "2026-01-19T09:00, 2026-02-25T00:01, review-window-over"
  })
  void a_review_is_asked_for_within_thirty_days_of_receipt(
      String received, String asked, @Nullable String code) {
    var scene = answered().at("2026-01-19T10:00").by(STREET, answerReceived(received)).accepted();
    scene.at(asked).by(RESIDENT, REVIEW);
    if (code == null) {
      scene.accepted();
      assertThat(scene.state().status()).isEqualTo(Status.UNDER_REVIEW);
    } else {
      scene.refused(code);
    }
  }

  @Test
  void a_window_that_closes_makes_the_answer_final() {
    var scene = received();
    assertThat(scene.until("2026-02-11T23:59").fallen()).isEmpty();
    scene.until("2026-02-12T00:00");
    assertThat(scene.fallen()).hasSize(2);
    assertThat(((FellDue) scene.fallen().getFirst()).which()).isEqualTo(DueKind.REVIEW);
    assertThat(((BecameFinal) scene.fallen().getLast()).after()).isNull();
    assertThat(FormalPast.of(scene.state())).isEqualTo(FormalPast.OVER);
  }

  @Test
  void a_window_does_not_run_before_the_answer_is_received() {
    var scene = answered().until("2026-06-01T00:00");
    assertThat(scene.fallen()).isEmpty();
    scene.by(RESIDENT, REVIEW).accepted();
  }

  @ParameterizedTest(name = "received {0}: {1}")
  @CsvSource({
    ", received-at-missing",
    "2026-01-05T09:59, received-before-written",
    "2026-01-12T10:01, received-in-the-future",
    "2026-01-12T10:00,"
  })
  void the_answers_receipt(@Nullable String received, @Nullable String code) {
    var notice =
        received == null
            ? new ServeNotice(NoticeKind.ANSWER, NoticeWay.POST, null, "name-unclear")
            : answerReceived(received);
    var scene = answered().at("2026-01-12T10:00").by(STREET, notice);
    if (code == null) {
      scene.accepted();
    } else {
      scene.refused(code);
    }
  }

  @Test
  void notices_that_have_nothing_to_tell() {
    accepted().by(STREET, answerReceived("2026-01-05T10:00")).refused("no-written-answer");
    received().by(STREET, answerReceived("2026-01-12T09:00")).refused("already-noticed");
    answered().by(HEATING, answerReceived("2026-01-05T10:00")).refused("not-the-holder");
    var extension = new ServeNotice(NoticeKind.EXTENSION, NoticeWay.POST, null, null);
    accepted().by(STREET, extension).refused("nothing-to-tell");
    var noWay = new ServeNotice(NoticeKind.RECEIPT, null, null, null);
    appeal().by(STREET, noWay).refused("notice-way-missing");
  }

  @Test
  void it_goes_to_the_next_higher_body() {
    var review = received().by(RESIDENT, REVIEW).event(ReviewRequested.class);
    assertThat(review.answeredBy()).isEqualTo(unit("370602003", null));
    assertThat(review.body()).isEqualTo(unit("370602", null));
    var ofDepartment =
        appeal()
            .by(STREET, TO_HEATING)
            .by(HEATING, OPINION)
            .by(HEATING, answerReceived("2026-01-05T10:00"))
            .by(RESIDENT, REVIEW)
            .event(ReviewRequested.class);
    assertThat(ofDepartment.answeredBy()).isEqualTo(unit("370602", "heating-company"));
    assertThat(ofDepartment.body()).isEqualTo(unit("370602", null));
    assertThat(underReReview().event(ReviewRequested.class).body()).isEqualTo(unit("3706", null));
  }

  @Test
  void nobody_in_the_city_stands_above_the_city() {
    var scene = Scene.submitted(it -> it.kind(Kind.APPEAL, Regime.FORMAL).division("3706"));
    scene.by(CITY, OPINION).accepted().by(RESIDENT, REVIEW).refused("right-channel");
  }

  @Test
  void the_accused_does_not_review() {
    var scene =
        Scene.submitted(
            it -> it.kind(Kind.ACCUSATION, Regime.FORMAL).accuses(true, "water-company"));
    scene.by(STREET, OPINION).accepted();
    assertThat(scene.by(RESIDENT, REVIEW).event(ReviewRequested.class).body())
        .isEqualTo(unit("370602", null));
    var overDistrict =
        Scene.submitted(it -> it.kind(Kind.ACCUSATION, Regime.FORMAL).accuses(true, "370602"));
    assertThat(overDistrict.state().unit()).isEqualTo(unit("3706", null));
  }

  @Test
  void the_running_limit_tells_its_raw_date_its_article_and_whether_it_is_certain() {
    var window = received().state().time().deadlines();
    assertThat(window.rawDate()).isEqualTo("2026-02-11");
    assertThat(window.basis()).contains("§35");
    var late = accepted().at("2026-12-10T10:00").by(STREET, OPINION);
    late.at("2026-12-11T10:00").by(STREET, answerReceived("2026-12-11T10:00"));
    assertThat(late.state().time().deadlines().provisional())
        .as("the days of 2027 are not published yet")
        .isTrue();
    assertThat(reviewed().state().time().deadlines().reviewBy()).isNull();
    assertThat(underReReview().state().time().deadlines().basis()).contains("§36");
  }

  @Test
  void only_the_petitioner_asks_and_stage_by_stage() {
    received().by(STREET, REVIEW).refused("not-your-petition");
    received().by(RESIDENT, RE_REVIEW).refused("other-review-stage");
    reviewed().by(RESIDENT, REVIEW).refused("other-review-stage");
    underReReview().by(RESIDENT, RE_REVIEW).refused("already-under-review");
    accepted().by(RESIDENT, REVIEW).refused("no-written-answer");
    received().by(RESIDENT, new Reopen("reason")).refused("review-instead");
  }

  /** §35: decided in thirty days. */
  @ParameterizedTest(name = "asked 01-20, decided {0}: in time {1}")
  @CsvSource({"2026-02-24T23:59, true", "2026-02-25T00:01, false"})
  void a_review_is_decided_within_thirty_days(String at, boolean inTime) {
    // thirty days from 01-20 is 02-19, in the Spring Festival until 02-23
    var scene = received().at("2026-01-20T10:00").by(RESIDENT, REVIEW).until(at);
    assertThat(scene.fallen()).hasSize(inTime ? 0 : 1);
    if (!inTime) {
      var late = (FellDue) scene.fallen().getFirst();
      assertThat(late.which()).isEqualTo(DueKind.REVIEW);
      assertThat(late.holder()).isEqualTo(unit("370602", null));
      assertThat(late.overdue()).isFalse();
    }
    assertThat(scene.by(DISTRICT, UPHELD).event(ReviewDecided.class).inTime()).isEqualTo(inTime);
    assertThat(scene.state().status()).isEqualTo(Status.RESOLVED);
  }

  @Test
  void only_the_reviewing_body_decides() {
    var scene = received().by(RESIDENT, REVIEW);
    scene.by(STREET, UPHELD).refused("not-the-reviewer");
    scene.by(CITY, UPHELD).refused("not-the-reviewer");
    scene.by(DISTRICT, UPHELD).accepted();
    scene.by(DISTRICT, UPHELD).refused("not-under-review");
  }

  @Test
  void the_window_of_the_re_review_runs_from_the_second_answer() {
    var scene = reviewed().at("2026-01-27T10:00").by(DISTRICT, answerReceived("2026-01-27T09:00"));
    assertThat(scene.until("2026-02-26T23:59").fallen()).isEmpty();
    assertThat(scene.until("2026-02-27T00:00").fallen()).hasSize(2);
    scene.by(RESIDENT, RE_REVIEW).refused("review-window-over");
  }

  /** §36: the days of a hearing are left out, of a re-review only. */
  @ParameterizedTest(name = "hearing {0} to {1}: decided by {2}")
  @CsvSource({
    "2026-03-09T09:00, 2026-03-09T17:00, 2026-03-31T00:00",
    "2026-03-09T09:00, 2026-03-11T17:00, 2026-04-01T00:00",
    "2026-03-09T09:00, 2026-03-18T09:00, 2026-04-08T00:00"
  })
  void a_hearing_is_not_counted_in_a_re_review(String begins, String ends, String decidedBy) {
    // asked 02-26: thirty days end on Saturday 03-28, one more on Sunday, three on 03-31, ten on
    // 04-07
    var scene = underReReview().at(begins).by(CITY, HEARING).at(ends).by(CITY, HEARING);
    HearingEnded ended = scene.event(HearingEnded.class);
    assertThat(ended.deadlines().reviewBy()).isEqualTo(instant(decidedBy));
    assertThat(scene.until(decidedBy).fallen()).hasSize(1);
  }

  @Test
  void a_hearing_that_is_on_stops_the_clock_and_holds_the_decision() {
    var scene = underReReview().at("2026-03-09T09:00").by(CITY, HEARING);
    assertThat(scene.until("2026-04-20T00:00").fallen()).isEmpty();
    scene.by(CITY, UPHELD).refused("hearing-is-on");
    scene.by(DISTRICT, HEARING).refused("not-the-reviewer");
    scene.by(CITY, new FormalCommand.Hear(true)).refused("hearing-is-on");
    scene.by(CITY, HEARING).accepted();
    scene.by(CITY, new FormalCommand.Hear(false)).refused("no-hearing-is-on");
  }

  @Test
  void a_hearing_is_counted_in_a_review() {
    var scene = received().at("2026-01-20T10:00").by(RESIDENT, REVIEW);
    scene.at("2026-01-21T09:00").by(DISTRICT, HEARING);
    assertThat(scene.until("2026-02-25T00:00").fallen()).hasSize(1);
    scene.by(DISTRICT, HEARING);
    assertThat(scene.event(HearingEnded.class).deadlines().reviewBy())
        .isEqualTo(instant("2026-02-25T00:00"));
    assertThat(Timers.due(scene.state())).as("the limit stays, and was told").isNull();
  }

  @Test
  void after_the_re_review_it_is_terminated() {
    var scene = underReReview().by(CITY, UPHELD);
    assertThat(scene.events()).hasSize(3);
    assertThat(scene.events().get(1)).isInstanceOf(Closed.class);
    assertThat(scene.events().get(2)).isInstanceOf(Terminated.class);
    assertThat(scene.state().status()).isEqualTo(Status.TERMINATED);
    assertThat(scene.state().standing().closing()).isNotNull();
    assertThat(Timers.due(scene.state())).isNull();
    scene.by(CITY, answerReceived("2026-02-26T10:00")).accepted();
    assertThat(Timers.due(scene.state())).as("no window any more").isNull();
    scene.by(RESIDENT, RE_REVIEW).refused("terminated");
    scene.by(RESIDENT, new Reopen("reason")).refused("terminated");
    scene.by(STREET, new Accept()).refused("already-closed");
  }

  @Test
  void what_was_closed_is_not_closed_twice() {
    var rated = new Rate(null, Answer.NO, false, null, null);
    var scene = received().by(RESIDENT, rated).by(STREET, new Close(null)).accepted();
    scene.by(RESIDENT, REVIEW).by(DISTRICT, UPHELD).accepted();
    assertThat(scene.state().status()).isEqualTo(Status.CLOSED);
    scene.by(RESIDENT, RE_REVIEW).by(CITY, UPHELD);
    assertThat(scene.events()).noneMatch(Closed.class::isInstance);
  }

  /** §19, §36. */
  @ParameterizedTest(name = "{0} after a matter {1}: {2}")
  @CsvSource({
    "FORMAL, PENDING, same-matter-pending",
    "FORMAL, OVER, terminated",
    "HOTLINE, PENDING, right-channel",
    "HOTLINE, OVER, terminated",
    "FORMAL, NONE,",
    "HOTLINE, NONE,"
  })
  void the_same_matter_again(Regime regime, FormalPast past, @Nullable String code) {
    var draft = new Scene.Draft().kind(Kind.APPEAL, regime);
    var scene = Scene.start().by(RESIDENT, draft.after(past).submit());
    if (code == null) {
      scene.accepted();
    } else {
      scene.refused(code);
    }
  }

  @Test
  void what_stands_of_a_previous_matter() {
    assertThat(FormalPast.of(appeal().state())).isEqualTo(FormalPast.PENDING);
    assertThat(FormalPast.of(received().state())).isEqualTo(FormalPast.PENDING);
    assertThat(FormalPast.of(underReReview().state())).isEqualTo(FormalPast.PENDING);
    assertThat(FormalPast.of(underReReview().by(CITY, UPHELD).state())).isEqualTo(FormalPast.OVER);
    assertThat(FormalPast.of(Scene.submitted("land").state())).isEqualTo(FormalPast.NONE);
    var withdrawn = appeal().by(RESIDENT, new PetitionCommand.Withdraw());
    assertThat(FormalPast.of(withdrawn.state())).isEqualTo(FormalPast.NONE);
    assertThat(FormalPast.of(appeal().state().with(Status.MERGED))).isEqualTo(FormalPast.PENDING);
  }

  /** §28. */
  @Test
  void who_withdrew_acts_no_more_in_any_role_and_a_colleague_goes_on() {
    var progress = new Progress(Entry.CALL, "note");
    var scene = accepted().by(STREET, new Recuse("reason")).accepted();
    scene.by(STREET, progress).refused("recused");
    scene.by(STREET, OPINION).refused("recused");
    var promoted = new Actor("city-officer@3706#1", unit("3706", null), false, false);
    scene.by(promoted, new Accept()).refused("recused");
    var main = appeal().state();
    assertThat(Merging.objection("one", scene.state(), "main", main, scene.facts(STREET)))
        .hasValueSatisfying(it -> assertThat(it.code()).isEqualTo("not-the-holder"));
    assertThat(Merging.objection("one", scene.state(), "main", main, scene.facts(COLLEAGUE)))
        .isEmpty();
    scene.by(COLLEAGUE, progress).accepted();
    scene.by(COLLEAGUE, OPINION).accepted();
  }

  @Test
  void only_who_has_it_in_hand_withdraws() {
    accepted().by(HEATING, new Recuse(null)).refused("not-the-holder");
    accepted().by(DISTRICT, new Recuse(null)).refused("not-the-holder");
    Scene.submitted("land").by(STREET, new Recuse(null)).refused("formal-only");
    var reviewer = new Actor("district-officer@370602#r", unit("370602", null), false, false);
    var scene = received().by(RESIDENT, REVIEW).by(reviewer, new Recuse(null)).accepted();
    scene.by(reviewer, UPHELD).refused("recused");
    scene.by(DISTRICT, UPHELD).accepted();
  }
}
