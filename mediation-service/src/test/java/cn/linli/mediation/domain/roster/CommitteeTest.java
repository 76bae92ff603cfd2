package cn.linli.mediation.domain.roster;

import static cn.linli.mediation.domain.roster.Roster.NOW;
import static cn.linli.mediation.domain.roster.Roster.active;
import static cn.linli.mediation.domain.roster.Roster.committee;
import static cn.linli.mediation.domain.roster.Roster.instant;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.CommitteeDeclared;
import cn.linli.events.mediation.CommitteeEvent;
import cn.linli.events.mediation.CommitteeEvent.*;
import cn.linli.events.mediation.CommitteeMember;
import cn.linli.events.mediation.CommitteeTerm;
import cn.linli.mediation.domain.roster.CommitteeCommand.*;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A committee's years: members come and go, its term ends, it is elected anew, it is ended. */
class CommitteeTest {

  private static final CommitteeDeclared WOMAN = new CommitteeDeclared(true, false, false);
  private static final CommitteeTerm NEXT =
      new CommitteeTerm(LocalDate.parse("2029-01-01"), LocalDate.parse("2031-12-31"));

  private Committee state = active(committee());
  private Instant now = NOW;

  @Test
  void a_member_goes_and_another_comes() {
    accepted(
        change(List.of(new Newcomer("liu", false)), List.of("m3"), null, WOMAN),
        new CommitteeMembersChanged(
            List.of(new CommitteeMember("m6", "liu", false)), List.of("m3"), "m1", WOMAN));
    assertThat(state.filed().members())
        .extracting(CommitteeMember::no)
        .containsExactly("m1", "m2", "m4", "m5", "m6");
  }

  @Test
  void a_number_is_never_given_twice() {
    accepted(change(List.of(), List.of("m5"), null, WOMAN));
    accepted(change(List.of(new Newcomer("liu", false)), List.of(), null, WOMAN));
    assertThat(state.filed().members().getLast().no()).isEqualTo("m6");
  }

  @Test
  void the_chair_changes_hands() {
    refused(change(List.of(), List.of("m1"), null, WOMAN), "chair-missing");
    accepted(change(List.of(), List.of("m1"), "m2", WOMAN));
    assertThat(chair()).isEqualTo("m2");
    accepted(change(List.of(new Newcomer("liu", true)), List.of(), null, WOMAN));
    assertThat(chair()).isEqualTo("m6");
  }

  @Test
  void every_change_passes_the_gates_again() {
    refused(change(List.of(), List.of("m2", "m3", "m4"), null, WOMAN), "committee-too-small");
    var none = new CommitteeDeclared(false, false, false);
    refused(change(List.of(), List.of("m2"), null, none), "woman-missing");
    refused(change(List.of(), List.of("m9"), null, WOMAN), "unknown-member");
  }

  @Test
  void a_term_ends_and_a_new_one_begins() {
    assertThat(state.due()).isEqualTo(instant("2029-01-01T00:00"));
    now = instant("2029-01-01T00:00");
    apply(CommitteeRules.fallDue(state));
    assertThat(state.standing()).isEqualTo(Committee.Standing.TERM_OVER);
    assertThat(state.due()).isNull();
    refused(change(List.of(), List.of("m2"), null, WOMAN), "term-over");
    var members = List.of(new Newcomer("a", true), new Newcomer("b", false));
    refused(new Reelect(NEXT, members, WOMAN), "committee-too-small");
    refused(
        new Reelect(
            new CommitteeTerm(LocalDate.parse("2025-01-01"), LocalDate.parse("2027-12-31")),
            List.of(),
            WOMAN),
        "term-begins-before-the-last");
    accepted(
        new Reelect(
            NEXT,
            List.of(new Newcomer("a", true), new Newcomer("b", false), new Newcomer("c", false)),
            WOMAN));
    assertThat(state.isActive()).isTrue();
    assertThat(state.filed().members()).extracting(CommitteeMember::no).contains("m6", "m8");
  }

  @Test
  void an_ended_one_is_done_with_and_may_be_founded_anew() {
    accepted(new End("merged"), new CommitteeEnded("merged"));
    refused(new End("again"), "committee-ended");
    accepted(new Register(committee()));
    refused(new Register(committee()), "committee-known");
  }

  private static ChangeMembers change(
      List<Newcomer> added, List<String> removed, @Nullable String chair, CommitteeDeclared of) {
    return new ChangeMembers(added, removed, chair, of);
  }

  private String chair() {
    return state.filed().members().stream()
        .filter(CommitteeMember::chair)
        .map(CommitteeMember::no)
        .reduce("", String::concat);
  }

  private Decision<CommitteeEvent> decide(CommitteeCommand command) {
    return CommitteeRules.decide(
        command, state, new CommitteeRules.Known(now, null, List.of(), null));
  }

  private void accepted(CommitteeCommand command, CommitteeEvent... events) {
    Decision<CommitteeEvent> decision = decide(command);
    if (events.length > 0) {
      assertThat(decision).isEqualTo(Decision.accept(events));
    }
    apply(decision);
  }

  private void apply(Decision<CommitteeEvent> decision) {
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    ((Decision.Accepted<CommitteeEvent>) decision)
        .events()
        .forEach(event -> state = CommitteeEvolution.evolve(state, event, now));
  }

  private void refused(CommitteeCommand command, String code) {
    assertThat(decide(command)).isInstanceOf(Decision.Refused.class);
    assertThat(((Decision.Refused<CommitteeEvent>) decide(command)).refusal().code())
        .isEqualTo(code);
  }
}
