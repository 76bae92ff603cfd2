package cn.linli.petition.domain;

import static cn.linli.petition.domain.Scene.CITY;
import static cn.linli.petition.domain.Scene.COMMUNITY;
import static cn.linli.petition.domain.Scene.DESK;
import static cn.linli.petition.domain.Scene.GRID;
import static cn.linli.petition.domain.Scene.RESIDENT;
import static cn.linli.petition.domain.Scene.STREET;
import static cn.linli.petition.domain.Scene.instant;
import static cn.linli.petition.domain.Scene.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.Answer;
import cn.linli.events.petition.Channel;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.PetitionEvent.Closed;
import cn.linli.events.petition.PetitionEvent.Rejected;
import cn.linli.events.petition.PetitionEvent.Reopened;
import cn.linli.events.petition.PetitionEvent.Resolved;
import cn.linli.events.petition.PetitionEvent.Submitted;
import cn.linli.events.petition.PetitionEvent.Supervised;
import cn.linli.events.petition.PetitionEvent.Thanked;
import cn.linli.events.petition.PetitionEvent.VisitMissed;
import cn.linli.events.petition.PetitionEvent.Voted;
import cn.linli.events.petition.PetitionEvent.Withdrawn;
import cn.linli.petition.domain.PetitionCommand.Accept;
import cn.linli.petition.domain.PetitionCommand.Close;
import cn.linli.petition.domain.PetitionCommand.Import;
import cn.linli.petition.domain.PetitionCommand.Rate;
import cn.linli.petition.domain.PetitionCommand.Reject;
import cn.linli.petition.domain.PetitionCommand.Reopen;
import cn.linli.petition.domain.PetitionCommand.Resolve;
import cn.linli.petition.domain.PetitionCommand.Thank;
import cn.linli.petition.domain.PetitionCommand.Visit;
import cn.linli.petition.domain.PetitionCommand.Withdraw;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosingTest {

  private static final Resolve RESOLVE = new Resolve(Outcome.SOLVED, "result");
  private static final Close CLOSE = new Close(null);
  private static final Visit NOBODY = new Visit(false, null, null, null, null, null);
  private static final Visit CONTENT = new Visit(true, true, Answer.YES, true, 5, null);
  private static final Visit DISCONTENT = new Visit(true, true, Answer.NO, false, 1, null);
  private static final Rate RATED = new Rate(true, Answer.PARTLY, false, 2, null);
  private static final Reopen AGAIN = new Reopen("reason");

  private static Scene resolved() {
    return submitted("noise").by(GRID, RESOLVE).accepted();
  }

  private static Scene closed() {
    return resolved().by(DESK, CONTENT).by(COMMUNITY, CLOSE).accepted();
  }

  @Test
  void nothing_closes_before_someone_asked_the_petitioner() {
    submitted("noise").by(COMMUNITY, CLOSE).refused("not-resolved");
    resolved().by(COMMUNITY, CLOSE).refused("visit-missing");
    Closed closed = resolved().by(DESK, DISCONTENT).by(COMMUNITY, CLOSE).event(Closed.class);
    assertThat(closed.level()).isEqualTo(Level.GRID);
    resolved().by(RESIDENT, RATED).by(COMMUNITY, CLOSE).accepted();
    closed().by(COMMUNITY, CLOSE).refused("already-closed");
  }

  @Test
  void what_turned_out_to_lie_elsewhere_is_taken_up_there() {
    var scene =
        resolved().by(CITY, new PetitionCommand.Relocate("370602003006002")).by(RESIDENT, AGAIN);
    assertThat(scene.event(Reopened.class).unit()).isEqualTo(Scene.unit("370602003006002", null));
  }

  @Test
  void three_tries_on_two_days_open_the_gate() {
    var scene = resolved();
    for (int tries = 1; tries <= 4; tries++) {
      VisitMissed missed = scene.by(DESK, NOBODY).event(VisitMissed.class);
      assertThat(missed.tries()).isEqualTo(tries);
      assertThat(missed.last()).as("all on one day").isFalse();
      scene.by(COMMUNITY, CLOSE).refused("visit-missing");
    }
    VisitMissed last = scene.at("2026-01-06T10:00").by(DESK, NOBODY).event(VisitMissed.class);
    assertThat(last.days()).isEqualTo(2);
    assertThat(last.last()).isTrue();
    scene.by(DESK, NOBODY).refused("already-unreached");
    scene.by(COMMUNITY, CLOSE).accepted();
  }

  @Test
  void two_days_with_two_tries_are_not_enough() {
    resolved()
        .by(DESK, NOBODY)
        .at("2026-01-06T10:00")
        .by(DESK, NOBODY)
        .by(COMMUNITY, CLOSE)
        .refused("visit-missing");
  }

  @Test
  void the_visitor_is_not_the_resolver() {
    resolved().by(GRID, CONTENT).refused("visitor-is-resolver");
    resolved().by(GRID, NOBODY).refused("visitor-is-resolver");
    submitted("noise").by(DESK, CONTENT).refused("not-resolved");
    resolved().by(DESK, new Visit(true, true, null, true, 5, null)).refused("vote-incomplete");
  }

  @Test
  void one_vote_counts_and_the_petitioners_own_word_replaces_the_visitors() {
    var scene = resolved().by(DESK, CONTENT);
    Voted first = scene.event(Voted.class);
    assertThat(first.byVisit()).isTrue();
    assertThat(first.vote().day()).isEqualTo(LocalDate.parse("2026-01-05"));
    scene.by(COMMUNITY, CONTENT).refused("already-voted");
    scene.by(GRID, RATED).refused("not-your-petition");
    Voted own = scene.by(RESIDENT, RATED).event(Voted.class);
    assertThat(own.byVisit()).isFalse();
    assertThat(own.replaces()).isEqualTo(first.vote());
    scene.by(RESIDENT, RATED).refused("already-voted");
  }

  @Test
  void contact_is_only_asked_about_where_it_was_owed() {
    var scene =
        submitted(draft -> draft.kind(Kind.COMPLAINT, cn.linli.events.petition.Regime.FORMAL))
            .by(STREET, RESOLVE)
            .by(DESK, CONTENT);
    assertThat(scene.event(Voted.class).vote().contacted()).isNull();
  }

  @ParameterizedTest(name = "reopened at {0}: {1}")
  @CsvSource({
    "2026-01-05T11:00,",
    "2026-01-20T23:59,",
    "2026-01-21T00:00, reopen-window-over",
    "2026-02-21T00:00, reopen-window-over"
  })
  void the_reopen_window(String at, @Nullable String code) {
    var scene = closed().at(at).by(RESIDENT, AGAIN);
    if (code == null) {
      scene.accepted();
    } else {
      scene.refused(code);
    }
  }

  @Test
  void reopening_starts_a_round_and_voids_the_vote() {
    var scene = closed();
    var vote = scene.state().round().vote();
    Reopened reopened = scene.at("2026-01-08T10:00").by(RESIDENT, AGAIN).event(Reopened.class);
    assertThat(reopened.round()).isEqualTo(2);
    assertThat(reopened.voided()).isEqualTo(vote);
    assertThat(reopened.closedDay()).isEqualTo(LocalDate.parse("2026-01-05"));
    assertThat(reopened.level()).isEqualTo(Level.GRID);
    assertThat(reopened.firstReopen()).isTrue();
    assertThat(reopened.deadlines().answerBy()).isEqualTo(instant("2026-01-16T00:00"));
    assertThat(scene.state().isOpen()).isTrue();
    assertThat(scene.state().round().vote()).isNull();
    scene.by(COMMUNITY, CLOSE).refused("not-resolved");
    scene.by(GRID, RESOLVE).by(COMMUNITY, CLOSE).refused("visit-missing");
  }

  @Test
  void what_was_only_resolved_takes_no_closing_back() {
    Reopened reopened = resolved().by(RESIDENT, AGAIN).event(Reopened.class);
    assertThat(reopened.closedDay()).isNull();
    assertThat(reopened.voided()).isNull();
  }

  @Test
  void after_two_rounds_the_next_is_supervised_from_its_start() {
    var scene = resolved().by(DESK, DISCONTENT).by(RESIDENT, AGAIN);
    assertThat(scene.events()).hasSize(1);
    scene.by(GRID, RESOLVE).by(DESK, DISCONTENT).by(RESIDENT, AGAIN);
    assertThat(scene.event(Reopened.class).firstReopen()).isFalse();
    assertThat(scene.event(Supervised.class))
        .isEqualTo(new Supervised("listed", instant("2026-01-09T00:00"), true));
  }

  @Test
  void who_may_reopen_and_withdraw() {
    var stranger = new Actor("resident@370602003006#li", null, false, false);
    closed().by(stranger, AGAIN).refused("not-your-petition");
    submitted("noise").by(RESIDENT, AGAIN).refused("not-resolved");
    submitted("noise").by(stranger, new Withdraw()).refused("not-your-petition");
    submitted("noise").by(GRID, new Withdraw()).refused("not-your-petition");
    closed().by(RESIDENT, new Withdraw()).refused("already-closed");
    var scene = submitted("noise").by(RESIDENT, new Withdraw());
    assertThat(scene.event(Withdrawn.class).wasOverdue()).isFalse();
    scene.by(GRID, new Accept()).refused("already-closed");
  }

  @Test
  void thanks_are_said_after_the_answer() {
    submitted("noise").by(RESIDENT, new Thank("banner")).refused("not-resolved");
    resolved().by(RESIDENT, new Thank("banner")).then(new Thanked("banner"));
  }

  @Test
  void a_matter_that_left_the_city_counts_on_no_level() {
    Closed closed =
        submitted("noise")
            .by(GRID, new Resolve(Outcome.REFERRED, "result"))
            .by(DESK, CONTENT)
            .by(COMMUNITY, CLOSE)
            .event(Closed.class);
    assertThat(closed.level()).isNull();
  }

  @Test
  void rejecting_names_the_right_channel_before_anybody_took_it_in_hand() {
    var no = new Reject("litigation", "reason", "court");
    assertThat(submitted("noise").by(DESK, no).event(Rejected.class).rightChannel())
        .isEqualTo("court");
    submitted("noise").by(GRID, new Accept()).by(GRID, no).refused("already-accepted");
    submitted("noise").by(RESIDENT, no).refused("not-the-holder");
  }

  private static Import history(
      String submittedAt, @Nullable String repliedAt, @Nullable Level level) {
    return new Import(
        Kind.COMPLAINT,
        Channel.IMPORT,
        "noise",
        "370602003006",
        instant(submittedAt),
        false,
        "content",
        "external",
        null,
        repliedAt == null ? null : instant(repliedAt),
        repliedAt == null ? null : "result",
        level);
  }

  @Test
  void imported_history_keeps_its_instants_and_wakes_nobody() {
    var scene =
        Scene.start().by(DESK, history("2019-04-25T09:32", "2019-05-10T14:56", null)).accepted();
    assertThat(scene.event(Submitted.class).happenedAt()).isEqualTo(instant("2019-04-25T09:32"));
    Resolved resolved = scene.event(Resolved.class);
    assertThat(resolved.happenedAt()).isEqualTo(instant("2019-05-10T14:56"));
    assertThat(resolved.level()).isNull();
    assertThat(resolved.wasOverdue()).isFalse();
    assertThat(resolved.span().onTime())
        .as("five working days after 04-25 end on 05-06: 04-28 and 05-05 were worked")
        .isFalse();
    assertThat(scene.event(Closed.class).happenedAt()).isEqualTo(instant("2019-05-10T14:56"));
    assertThat(scene.state().status()).isEqualTo(Status.CLOSED);
    assertThat(Timers.due(scene.state())).isNull();
  }

  @Test
  void an_unanswered_import_can_be_worked_on_but_never_climbs_by_itself() {
    var scene = Scene.start().by(DESK, history("2019-04-25T09:32", null, Level.COMMUNITY));
    assertThat(Timers.due(scene.state())).isNull();
    scene.by(COMMUNITY, RESOLVE).accepted();
  }

  @Test
  void history_lies_in_the_past_and_in_order() {
    Scene.start()
        .by(DESK, history("2019-04-25T09:32", "2019-04-24T09:32", null))
        .refused("replied-before-submitted");
    Scene.start().by(DESK, history("2026-01-05T10:01", null, null)).refused("in-the-future");
  }
}
