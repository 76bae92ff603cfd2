package cn.linli.mediation.domain.roster;

import static cn.linli.mediation.domain.roster.Roster.COMMUNITY;
import static cn.linli.mediation.domain.roster.Roster.NOW;
import static cn.linli.mediation.domain.roster.Roster.TERM;
import static cn.linli.mediation.domain.roster.Roster.active;
import static cn.linli.mediation.domain.roster.Roster.committee;
import static cn.linli.mediation.domain.roster.Roster.filing;
import static cn.linli.mediation.domain.roster.Roster.mediator;
import static cn.linli.mediation.domain.roster.Roster.members;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.linli.events.mediation.CommitteeDeclared;
import cn.linli.events.mediation.CommitteeEvent;
import cn.linli.events.mediation.CommitteeEvent.CommitteeRegistered;
import cn.linli.events.mediation.CommitteeFiling;
import cn.linli.events.mediation.CommitteeKind;
import cn.linli.events.mediation.CommitteeMember;
import cn.linli.events.mediation.CommitteeTerm;
import cn.linli.events.mediation.DisputeLevel;
import cn.linli.events.mediation.MediatorEvent.MediatorPaused;
import cn.linli.mediation.domain.roster.CommitteeCommand.Register;
import cn.linli.mediation.domain.roster.CommitteeRules.Known;
import cn.linli.platform.decide.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A body that passes every gate, and what the register says when exactly one thing is missing. */
class CommitteeGateTest {

  private static final Committee PARENT = active(committee());
  private static final Known KNOWN =
      new Known(NOW, PARENT, List.of(PARENT, PARENT), mediator("gui"));

  @ParameterizedTest
  @EnumSource(CommitteeKind.class)
  void every_kind_that_lacks_nothing_is_registered(CommitteeKind kind) {
    CommitteeFiling filing = filing(kind, COMMUNITY, TERM, members(3));
    assertThat(decide(filing, KNOWN))
        .isEqualTo(Decision.accept(new CommitteeRegistered(DisputeLevel.COMMUNITY, filing)));
  }

  @ParameterizedTest
  @CsvSource({
    "370602003006, COMMUNITY",
    "370602003, STREET",
    "370602, DISTRICT",
    "620201, DISTRICT"
  })
  void the_three_tiers(String division, DisputeLevel level) {
    CommitteeFiling filing = filing(CommitteeKind.COMMITTEE, division, TERM, members(9));
    assertThat(decide(filing, KNOWN))
        .isEqualTo(Decision.accept(new CommitteeRegistered(level, filing)));
  }

  static Stream<Arguments> one_thing_missing() {
    Known orphan = new Known(NOW, null, List.of(PARENT, PARENT), mediator("gui"));
    Known ended = new Known(NOW, PARENT.in(Committee.Standing.ENDED), List.of(), mediator("gui"));
    Committee studio = active(filing(CommitteeKind.STUDIO, COMMUNITY, TERM, List.of()));
    Committee far = active(filing(CommitteeKind.COMMITTEE, "370602003007", TERM, members(3)));
    Mediator paused = MediatorEvolution.evolve(mediator("gui"), new MediatorPaused(), NOW);
    return Stream.of(
        arguments("committee-without-tier", in("3706"), KNOWN),
        arguments("committee-without-tier", in("370602003006001"), KNOWN),
        arguments("committee-too-small", with(members(2)), KNOWN),
        arguments("committee-too-large", with(members(10)), KNOWN),
        arguments("chair-missing", with(chairs(0)), KNOWN),
        arguments("more-than-one-chair", with(chairs(2)), KNOWN),
        arguments("woman-missing", declared(false, false, false), KNOWN),
        arguments("smaller-group-missing", declared(true, true, false), KNOWN),
        arguments("term-missing", lasting(null, null), KNOWN),
        arguments("term-not-three-years", lasting("2026-01-01", "2029-01-01"), KNOWN),
        arguments("term-not-three-years", lasting("2026-01-01", "2027-12-31"), KNOWN),
        arguments("term-over", lasting("2023-01-05", "2026-01-04"), KNOWN),
        arguments(
            "members-not-expected", changed(CommitteeKind.TEAM, null, members(3), null), KNOWN),
        arguments("parent-missing", of(CommitteeKind.TEAM), orphan),
        arguments("parent-no-committee", of(CommitteeKind.TEAM), knowing(studio)),
        arguments("parent-not-active", of(CommitteeKind.TEAM), ended),
        arguments("parent-elsewhere", of(CommitteeKind.TEAM), knowing(far)),
        arguments("trade-missing", changed(CommitteeKind.TRADE, TERM, members(3), null), KNOWN),
        arguments(
            "partners-missing", joint(List.of("k1")), new Known(NOW, null, List.of(PARENT), null)),
        arguments(
            "partner-not-active",
            joint(List.of("k1", "k2")),
            new Known(NOW, null, List.of(PARENT, PARENT.in(Committee.Standing.ENDED)), null)),
        arguments(
            "station-missing", changed(CommitteeKind.POLICE_STUDIO, null, List.of(), null), KNOWN),
        arguments(
            "lead-missing", of(CommitteeKind.STUDIO), new Known(NOW, PARENT, List.of(), null)),
        arguments(
            "lead-not-active",
            of(CommitteeKind.STUDIO),
            new Known(NOW, PARENT, List.of(), paused)));
  }

  @ParameterizedTest
  @MethodSource
  void one_thing_missing(String code, CommitteeFiling filing, Known known) {
    assertThat(codes(decide(filing, known))).containsExactly(code);
  }

  @Test
  void every_gate_has_a_row_above_and_a_source() {
    var tested = one_thing_missing().map(it -> (String) it.get()[0]).collect(Collectors.toSet());
    assertThat(tested)
        .containsExactlyInAnyOrderElementsOf(
            CommitteeGate.ALL.stream().map(CommitteeGate::code).toList());
    assertThat(CommitteeGate.ALL).allMatch(gate -> !gate.source().isBlank());
  }

  @Test
  void all_that_is_missing_is_told_at_once() {
    CommitteeFiling filing =
        changed(CommitteeKind.TRADE, TERM, List.of(), new CommitteeDeclared(false, true, false));
    assertThat(codes(decide(filing, KNOWN)))
        .containsExactly(
            "trade-missing",
            "committee-too-small",
            "chair-missing",
            "woman-missing",
            "smaller-group-missing");
  }

  private static Decision<CommitteeEvent> decide(CommitteeFiling filing, Known known) {
    return CommitteeRules.decide(new Register(filing), Committee.NONE, known);
  }

  @SuppressWarnings("unchecked")
  private static List<String> codes(Decision<CommitteeEvent> decision) {
    var refusal = ((Decision.Refused<CommitteeEvent>) decision).refusal();
    var failed = (List<String>) refusal.details().get("failed");
    assertThat(refusal.code()).isEqualTo(failed.getFirst());
    return failed;
  }

  private static Known knowing(Committee parent) {
    return new Known(NOW, parent, List.of(), mediator("gui"));
  }

  private static CommitteeFiling of(CommitteeKind kind) {
    return filing(kind, COMMUNITY, TERM, members(3));
  }

  private static CommitteeFiling in(String division) {
    return filing(CommitteeKind.COMMITTEE, division, TERM, members(3));
  }

  private static CommitteeFiling with(List<CommitteeMember> members) {
    return filing(CommitteeKind.COMMITTEE, COMMUNITY, TERM, members);
  }

  private static List<CommitteeMember> chairs(int chairs) {
    return members(5).stream()
        .map(it -> new CommitteeMember(it.no(), it.nameRef(), Committee.numberOf(it) <= chairs))
        .toList();
  }

  private static CommitteeFiling declared(boolean woman, boolean multiEthnic, boolean smaller) {
    return changed(
        CommitteeKind.COMMITTEE,
        TERM,
        members(3),
        new CommitteeDeclared(woman, multiEthnic, smaller));
  }

  private static CommitteeFiling lasting(@Nullable String from, @Nullable String until) {
    var term =
        from == null ? null : new CommitteeTerm(LocalDate.parse(from), LocalDate.parse(until));
    return changed(CommitteeKind.COMMITTEE, term, members(3), null);
  }

  private static CommitteeFiling joint(List<String> partners) {
    CommitteeFiling it = of(CommitteeKind.JOINT);
    return new CommitteeFiling(
        it.kind(),
        it.division(),
        it.nameRef(),
        it.trades(),
        null,
        partners,
        null,
        null,
        it.term(),
        it.members(),
        it.declared());
  }

  /** Without a trade, a host or a lead. */
  private static CommitteeFiling changed(
      CommitteeKind kind,
      @Nullable CommitteeTerm term,
      List<CommitteeMember> members,
      @Nullable CommitteeDeclared declared) {
    return new CommitteeFiling(
        kind,
        COMMUNITY,
        "name",
        List.of(),
        kind.isCommittee() ? null : COMMUNITY,
        List.of(),
        null,
        null,
        term,
        members,
        declared == null ? new CommitteeDeclared(true, false, false) : declared);
  }
}
