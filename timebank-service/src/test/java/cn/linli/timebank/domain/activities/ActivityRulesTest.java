package cn.linli.timebank.domain.activities;

import static cn.linli.timebank.domain.activities.ActivityScene.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.ActivityPlan;
import cn.linli.events.timebank.CheckWay;
import cn.linli.events.timebank.ServiceEvent;
import cn.linli.events.timebank.ServiceEvent.*;
import cn.linli.platform.access.Role;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.domain.Actor;
import cn.linli.timebank.domain.Volunteer;
import cn.linli.timebank.domain.activities.ActivityCommand.*;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActivityRulesTest {

  private static Arguments row(String code, String service, SignUp ask) {
    return Arguments.of(code, service, ask);
  }

  static Stream<Arguments> who_may_sign_up() {
    var group = new Volunteer("g", false, true, "g", null, COMMUNITY, false, false, true, Set.of());
    var frozen =
        new Volunteer("f", true, false, "f", null, COMMUNITY, false, false, true, Set.of());
    return Stream.of(
        row("", "cleaning", signUp(volunteer("w"))),
        row("not-a-person", "cleaning", signUp(group)),
        row("account-not-open", "cleaning", signUp(frozen)),
        row("insurance-missing", "patrol", signUp(volunteer("w"))),
        row("", "patrol", signUp(insured("w"))),
        row("skill-missing", "free-clinic", signUp(volunteer("w", "law"))),
        row("", "free-clinic", signUp(volunteer("w", "medicine"))),
        row("skill-missing", "rescue", signUp(insured("w"))),
        row("insurance-missing", "rescue", signUp(volunteer("w", "rescue"))),
        row("guardian-consent-missing", "culture", signUp(minor("c", false))),
        row("", "culture", signUp(minor("c", true))),
        row("", "culture", new SignUp(minor("c", false), true, true, false, false)),
        row("not-for-minors", "patrol", signUp(minor("c", true))),
        row("not-for-minors", "home-visit", signUp(minor("c", true))),
        row("", "home-visit", new SignUp(minor("c", true), true, false, false, true)));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource
  void who_may_sign_up(String code, String service, SignUp ask) {
    var scene = published(service, 5, 1);
    Actor self = resident(ask.who().mark() == null ? "nobody" : ask.who().mark());
    if (code.isEmpty()) {
      scene.then(self, ask, new SignedUp("a", ask.who().account(), false, ask.who().minor()));
    } else {
      scene.refuses(code, self, ask);
    }
  }

  @Test
  void nobody_is_sent_and_leaving_in_time_has_no_consequence() {
    published("cleaning", 1, 1)
        .refuses("not-yourself", resident("li"), signUp(volunteer("wang")))
        .refuses("not-yourself", CLERK, signUp(volunteer("wang")))
        .signedUp("wang", "li", "zhao")
        .then(
            resident("wang"),
            new Withdraw(volunteer("wang"), false),
            new SignUpWithdrawn("a", "account-wang"),
            new MovedUp("a", "account-li"))
        .then(
            resident("zhao"),
            new Withdraw(volunteer("zhao"), false),
            new SignUpWithdrawn("a", "account-zhao"))
        .then(
            resident("wang"),
            signUp(volunteer("wang")),
            new SignedUp("a", "account-wang", true, false))
        .refuses("already-signed-up", resident("wang"), signUp(volunteer("wang")));
  }

  @Test
  void the_waiting_move_up_in_their_order() {
    var scene = published("cleaning", 2, 1).signedUp("a", "b", "c", "d");
    assertThat(scene.activity().attendances())
        .extracting(Attendance::standing)
        .containsExactly(
            Attendance.Standing.SIGNED,
            Attendance.Standing.SIGNED,
            Attendance.Standing.WAITING,
            Attendance.Standing.WAITING);
    scene
        .does(resident("b"), new Withdraw(volunteer("b"), false))
        .does(resident("a"), new Withdraw(volunteer("a"), false));
    assertThat(scene.activity().of("account-c").orElseThrow().holdsPlace()).isTrue();
    assertThat(scene.activity().of("account-d").orElseThrow().holdsPlace()).isTrue();
  }

  @Test
  void coming_and_going_by_organiser_code_or_oneself() {
    Volunteer wang = volunteer("wang");
    var scene = published("cleaning", 3, 1).signedUp("wang");
    scene
        .refuses("not-yourself", resident("li"), new Check(wang, true, null, null, null))
        .refuses("wrong-code", resident("wang"), new Check(wang, true, null, false, null))
        .refuses("not-checked-in", resident("wang"), new Check(wang, false, null, null, null))
        .then(
            resident("wang"),
            new Check(wang, true, null, true, null),
            new CheckedIn("a", "account-wang", START, CheckWay.CODE, null, null))
        .refuses("already-checked-in", resident("wang"), new Check(wang, true, null, null, null))
        .at(Duration.ofMinutes(50))
        .then(
            resident("wang"),
            new Check(wang, false, null, null, null),
            new CheckedOut(
                "a", "account-wang", START.plus(Duration.ofMinutes(50)), CheckWay.OWN, null));
    assertThat(scene.activity().of("account-wang").orElseThrow())
        .satisfies(it -> assertThat(it.served()).isEqualTo(50))
        .satisfies(it -> assertThat(it.way()).isEqualTo(CheckWay.OWN));
  }

  @Test
  void times_written_down_afterwards_need_the_organiser_and_evidence() {
    Volunteer wang = volunteer("wang");
    var earlier = START.plus(Duration.ofMinutes(5));
    published("cleaning", 3, 1)
        .signedUp("wang")
        .at(Duration.ofHours(2))
        .refuses(
            "back-entry-without-evidence",
            resident("wang"),
            new Check(wang, true, earlier, null, "e"))
        .refuses("back-entry-without-evidence", CLERK, new Check(wang, true, earlier, null, null))
        .refuses(
            "time-to-come",
            CLERK,
            new Check(wang, true, START.plus(Duration.ofHours(3)), null, "e"))
        .refuses(
            "outside-the-activity",
            CLERK,
            new Check(wang, true, START.minus(Duration.ofHours(2)), null, "e"))
        .then(
            CLERK,
            new Check(wang, true, earlier, null, "e"),
            new CheckedIn("a", "account-wang", earlier, CheckWay.ORGANISER, "e", null));
  }

  @Test
  void three_pairs_are_the_most_and_none_overlaps() {
    Volunteer wang = volunteer("wang");
    var scene = published("cleaning", 3, 1).signedUp("wang");
    for (int pair = 0; pair < 3; pair++) {
      scene
          .at(Duration.ofMinutes(20L * pair))
          .does(CLERK, new Check(wang, true, null, null, null))
          .at(Duration.ofMinutes(20L * pair + 10))
          .does(CLERK, new Check(wang, false, null, null, null));
    }
    scene
        .at(Duration.ofMinutes(100))
        .refuses("too-many-stays", CLERK, new Check(wang, true, null, null, null));
    published("cleaning", 3, 1)
        .signedUp("wang")
        .served("wang", 30)
        .refuses(
            "overlapping-service",
            CLERK,
            new Check(wang, true, START.plus(Duration.ofMinutes(10)), null, "e"));
  }

  @Test
  void somebody_else_confirms_once_and_never_more_than_was_served() {
    Volunteer wang = volunteer("wang");
    Volunteer clerkHerself =
        new Volunteer("own", true, true, "clerk", null, COMMUNITY, false, false, false, Set.of());
    Actor police = actor("police", Role.DEPARTMENT_OFFICER, "police-station");
    Actor other = actor("other", Role.DEPARTMENT_OFFICER, "market-office");
    published("cleaning", 3, 2)
        .signedUp("wang", "li")
        .refuses("not-checked-out", CLERK, new Confirm(wang, 10))
        .served("wang", 60)
        .refuses("self-confirmation", resident("wang"), new Confirm(wang, 60))
        .refuses("self-confirmation", CLERK, new Confirm(clerkHerself, 60))
        .refuses("not-the-organiser", resident("li"), new Confirm(wang, 60))
        .refuses("not-the-organiser", other, new Confirm(wang, 60))
        .refuses("longer-than-served", CLERK, new Confirm(wang, 61))
        .then(
            police,
            new Confirm(wang, 60),
            new ServiceConfirmed("a", null, 60, false, "account-wang", "cleaning"))
        .refuses("already-confirmed", CLERK, new Confirm(wang, 60))
        .served("li", 30)
        .then(
            CLERK,
            new Confirm(volunteer("li"), 30),
            new ServiceConfirmed("a", null, 30, true, "account-li", "cleaning"));
  }

  @Test
  void time_that_was_given_counts_in_a_cancelled_activity_but_settles_nothing() {
    published(plan("cleaning", 3, 1), ORIGIN)
        .signedUp("wang")
        .served("wang", 40)
        .refuses("not-the-organiser", resident("wang"), new Cancel("rain"))
        .then(CLERK, new Cancel("rain"), new ActivityCancelled("a", ORIGIN, "rain"))
        .refuses("activity-over", resident("li"), signUp(volunteer("li")))
        .then(
            CLERK,
            new Confirm(volunteer("wang"), 40),
            new ServiceConfirmed("a", ORIGIN, 40, false, "account-wang", "cleaning"));
  }

  @Test
  void never_came_is_on_record_only_for_who_never_came() {
    published("cleaning", 3, 1)
        .signedUp("wang", "li")
        .served("wang", 10)
        .refuses("was-there", CLERK, new NoShow("account-wang"))
        .refuses("not-signed-up", CLERK, new NoShow("account-zhao"))
        .then(CLERK, new NoShow("account-li"), new Missed("a", "account-li"));
  }

  @Test
  void time_ends_it_and_a_request_without_volunteers_goes_back() {
    var waiting = published(plan("snow-clearing", 5, 5), ORIGIN).signedUp("wang");
    assertThat(waiting.activity().due()).isEqualTo(END);
    assertThat(ActivityRules.fallDue(waiting.activity()))
        .isEqualTo(
            Decision.<ServiceEvent>accept(
                new ActivityCancelled("a", ORIGIN, "needed-not-reached")));
    waiting.served("wang", 20);
    assertThat(waiting.activity().due()).isEqualTo(END.plus(Activity.CONFIRMING));
    var done =
        published("cleaning", 2, 1)
            .signedUp("wang")
            .served("wang", 20)
            .does(CLERK, new Confirm(volunteer("wang"), 20))
            .does(CLERK, new CountHeads(145));
    assertThat(ActivityRules.fallDue(done.activity()))
        .isEqualTo(Decision.<ServiceEvent>accept(new ActivityClosed("a", 1, 20, 145)));
  }

  static Stream<Arguments> what_may_be_published() {
    return Stream.of(
        Arguments.of("unknown-service", plan("dancing-bears", 1, 1), Duration.ZERO),
        Arguments.of("more-needed-than-places", plan("cleaning", 1, 2), Duration.ZERO),
        Arguments.of("too-many-places", plan("cleaning", 201, 1), Duration.ZERO),
        Arguments.of("activity-times", plan("cleaning", 1, 1), Duration.ofDays(8)),
        Arguments.of("activity-times", plan("cleaning", 1, 1), Duration.ofDays(-400)));
  }

  @ParameterizedTest
  @MethodSource
  void what_may_be_published(String code, ActivityPlan plan, Duration later) {
    assertThat(ActivityRules.objection(plan, START.plus(later)).orElseThrow().code())
        .isEqualTo(code);
    assertThat(ActivityRules.objection(plan("cleaning", 1, 1), START)).isEmpty();
  }
}
