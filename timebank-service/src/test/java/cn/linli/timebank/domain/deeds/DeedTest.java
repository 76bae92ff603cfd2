package cn.linli.timebank.domain.deeds;

import static cn.linli.timebank.domain.deeds.DeedScene.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.CouncilRound;
import cn.linli.events.timebank.DeedEvent;
import cn.linli.events.timebank.DeedEvent.*;
import cn.linli.events.timebank.DeedSource;
import cn.linli.platform.access.Role;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.domain.deeds.Deed.Status;
import cn.linli.timebank.domain.deeds.DeedCommand.*;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Good deeds: told, voted on, posted, objected to, booked (domain rules §6.3). */
class DeedTest {

  /** Five whole days after the day of the vote. */
  private static final Instant NOTICE_ENDS = Instant.parse("2026-01-17T16:00:00Z");

  @ParameterizedTest(name = "{0} who is a {1} tells of it: {2}")
  @CsvSource({
    "ma, RESIDENT, SELF",
    "mother, RESIDENT, SELF",
    "an, RESIDENT, HELPED",
    "clerk, COMMUNITY_CLERK, COMMUNITY",
    "lead, BUILDING_LEAD, COMMUNITY"
  })
  void who_tells_of_it(String mark, Role role, DeedSource source) {
    var scene = new DeedScene().by(new Speaker(mark, role, COMMUNITY), report()).accepted();
    assertThat(scene.state().source()).isEqualTo(source);
  }

  @Test
  void three_votes_and_a_majority_put_it_on_the_board_and_time_books_it() {
    var scene =
        reported()
            .votes(true, "a")
            .votes(false, "b")
            .is(Status.VOTING)
            .by(member("c"), new CastVote(true))
            .then(
                new VoteCast("c", CouncilRound.MATTER, true),
                new CouncilApproved(2, 3, NOTICE_ENDS))
            .is(Status.NOTICE);
    assertThat(scene.state().due()).isEqualTo(NOTICE_ENDS);
    scene.due().is(Status.BOOKING);
    assertThat(scene.events()).containsExactly(new NoticeEnded(10));
    assertThat(scene.state().due()).isNull();
  }

  @Test
  void a_tie_waits_for_another_vote() {
    new DeedScene()
        .by(HELPED, new Report("helping", 10, "evidence", List.of(), new CouncilTerms(4, 5)))
        .accepted()
        .votes(true, "a", "b")
        .votes(false, "c", "d")
        .is(Status.VOTING)
        .votes(false, "e")
        .is(Status.REJECTED);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "ma, self-vote",
    "mother, self-vote",
    "an, self-vote",
    "cousin, kin-vote",
    "a, member-voted",
    "opponent, member-recused"
  })
  void who_has_no_vote(String mark, String code) {
    reported()
        .votes(true, "a")
        .by(member("opponent"), new Recuse("opponent"))
        .accepted()
        .by(member(mark), new CastVote(true))
        .refused(code);
  }

  @Test
  void a_vote_of_whoever_steps_back_does_not_count() {
    reported()
        .votes(true, "a", "b")
        .by(member("b"), new Recuse("kin"))
        .accepted()
        .votes(true, "c")
        .is(Status.VOTING)
        .votes(true, "d")
        .is(Status.NOTICE);
  }

  @Test
  void another_community_has_no_say() {
    var stranger = new Speaker("x", Role.COUNCIL_MEMBER, "620721100002");
    reported().by(stranger, new CastVote(true)).refused("foreign-community");
    new DeedScene().by(stranger, report()).refused("foreign-community");
  }

  @Test
  void an_objection_stops_the_notice_and_the_council_decides() {
    var objected =
        noticed()
            .by(new Speaker("x", Role.RESIDENT, COMMUNITY), new DeedCommand.Object("why"))
            .then(new ObjectionRaised("x", "why"))
            .is(Status.OBJECTED);
    objected.by(member("x"), new CastVote(true)).refused("member-recused");
    objected
        .votes(false, "a", "b")
        .by(member("c"), new CastVote(false))
        .then(
            new VoteCast("c", CouncilRound.OBJECTION, false),
            new ObjectionDismissed(0, 3, NOTICE_ENDS))
        .is(Status.NOTICE)
        .by(new Speaker("x", Role.RESIDENT, COMMUNITY), new DeedCommand.Object("again"))
        .refused("already-objected")
        .due()
        .is(Status.BOOKING);
  }

  @Test
  void an_objection_that_is_right_ends_it() {
    noticed()
        .by(new Speaker("x", Role.RESIDENT, COMMUNITY), new DeedCommand.Object("why"))
        .accepted()
        .votes(true, "a", "b", "c")
        .is(Status.REJECTED)
        .by(member("d"), new CastVote(true))
        .refused("deed-decided");
  }

  @Test
  void an_objection_nobody_takes_up_takes_nothing_away() {
    noticed()
        .by(new Speaker("x", Role.RESIDENT, COMMUNITY), new DeedCommand.Object("why"))
        .accepted()
        .due()
        .is(Status.BOOKING);
  }

  @Test
  void a_silent_council_lets_it_lapse() {
    reported().due().is(Status.LAPSED);
  }

  @Test
  void a_deduction_needs_a_hearing_and_can_be_appealed() {
    var approved =
        proposed()
            .by(member("a"), new CastVote(true))
            .refused("hearing-missing")
            .by(member("clerk"), new Hear(true, "record"))
            .refused("self-vote")
            .by(member("a"), new Hear(true, "record"))
            .then(new HearingHeld(true, "record"))
            .votes(true, "a", "b", "c")
            .is(Status.NOTICE);
    approved
        .by(HELPED, new Appeal("no"))
        .refused("not-the-passbook-holder")
        .by(HELPED, new DeedCommand.Object("no"))
        .refused("no-notice-running")
        .by(MA, new Appeal("I was not there"))
        .then(new AppealLodged("I was not there"))
        .is(Status.APPEALED)
        .votes(false, "a", "b")
        .by(member("c"), new CastVote(false))
        .then(
            new VoteCast("c", CouncilRound.APPEAL, false),
            new AppealDismissed(0, 3),
            new NoticeEnded(5))
        .is(Status.BOOKING);
  }

  @Test
  void an_appeal_nobody_decides_succeeds() {
    proposed()
        .by(member("a"), new Hear(false, "did not come"))
        .accepted()
        .votes(true, "a", "b", "c")
        .by(MOTHER, new Appeal("no"))
        .accepted()
        .due()
        .is(Status.REJECTED);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "petition",
        "complaint",
        "complaint-unfounded",
        "belief",
        "religion",
        "health",
        "debt-unpaid",
        "request"
      })
  void nothing_is_taken_for_what_people_have_a_right_to(String breach) {
    new DeedScene().by(member("clerk"), deduct(breach)).refused("not-deductible");
  }

  @Test
  void deductions_are_off_unless_the_scheme_says_so_and_only_for_published_breaches() {
    var off = new Deduct(false, "littering", 5, "evidence", List.of(), TERMS);
    var unlisted = new Deduct(true, "singing", 0, "evidence", List.of(), TERMS);
    new DeedScene().by(member("clerk"), off).refused("deductions-off");
    new DeedScene().by(member("clerk"), unlisted).refused("unknown-breach");
  }

  @Test
  void a_passbook_that_does_not_take_it_is_tried_daily_and_not_for_ever() {
    Deed deed = noticed().due().state();
    for (int day = 0; day < DeedRules.TRIES_MAX; day++) {
      deed = notBooked(deed);
      assertThat(deed.due()).isNotNull();
    }
    assertThat(notBooked(deed).status()).isEqualTo(Status.LAPSED);
  }

  private static Deed notBooked(Deed deed) {
    var events =
        ((Decision.Accepted<DeedEvent>) DeedRules.notBooked(deed, "account-frozen", NOW)).events();
    return deed.evolve(events.getFirst(), NOW);
  }

  @Test
  void what_was_booked_is_not_opened_again_by_a_refusal_that_is_told_late() {
    Deed booked =
        DeedScene.noticed().due().state().evolve(new DeedBooked(10, "line"), DeedScene.NOW);

    Deed told =
        booked.evolve(
            new DeedNotBooked("deed-decided", DeedScene.NOW.plusSeconds(60)), DeedScene.NOW);

    assertThat(told.status()).isEqualTo(Deed.Status.BOOKED);
    assertThat(told.due()).isNull();
  }
}
