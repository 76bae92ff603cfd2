package cn.linli.mediation.domain.roster;

import static cn.linli.mediation.domain.roster.ConflictKind.*;
import static cn.linli.mediation.domain.roster.Roster.candidate;
import static cn.linli.mediation.domain.roster.Roster.declaring;
import static cn.linli.mediation.domain.roster.Roster.matter;
import static cn.linli.mediation.domain.roster.Roster.mediator;
import static cn.linli.mediation.domain.roster.Roster.side;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.DisputeLevel;
import cn.linli.mediation.domain.roster.Candidate.Met;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may not sit in a dispute, each for one reason, which is told without saying who anybody is.
 */
class ConflictTest {

  private static final Matter.Side COMPANY =
      new Matter.Side("p2", Set.of(), "developer", Set.of(), Set.of());

  static Stream<Arguments> conflicts() {
    return Stream.of(
        arguments(candidate("p1"), matter(), new Conflict(OWN_CLAIM, "p1")),
        arguments(
            declaring("wang", List.of("phone-p2"), List.of()),
            matter(),
            new Conflict(DECLARED_KIN, "p2")),
        arguments(
            candidate(
                "wang", it -> Roster.can(it, it.divisions(), List.of(), List.of(), "developer")),
            matter(Set.of(), side("p1"), COMPANY),
            new Conflict(SAME_ORGANISATION, "p2")),
        arguments(
            declaring("wang", List.of(), List.of("developer")),
            matter(Set.of(), side("p1"), COMPANY),
            new Conflict(SAME_ORGANISATION, "p2")),
        arguments(met("phone-p2", true), matter(), new Conflict(FORMER_OPPONENT, "p2")),
        arguments(met("account-p1", false), matter(), new Conflict(FORMER_PARTY, "p1")),
        arguments(
            candidate("wang"),
            matter(Set.of(), side("p1"), side("p2", Set.of(), Set.of("wang"))),
            new Conflict(REFUSED_BY_PARTY, "p2")),
        arguments(candidate("wang"), recused("wang"), new Conflict(RECUSED, null)));
  }

  @ParameterizedTest
  @MethodSource
  void conflicts(Candidate candidate, Matter matter, Conflict expected) {
    assertThat(Conflict.of(candidate, matter)).containsExactly(expected);
    assertThat(Ranking.of(List.of(candidate), matter).ranked()).isEmpty();
    assertThat(Ranking.of(List.of(candidate), matter).blocked().getFirst().conflicts())
        .containsExactly(expected);
    var refusal = Eligibility.objection(candidate, matter).orElseThrow();
    assertThat(refusal.code()).isEqualTo("conflict-of-interest");
    assertThat(refusal.details()).containsEntry("mediator", candidate.id());
    assertThat(refusal.details().get("conflicts"))
        .isEqualTo(
            List.of(
                expected.party() == null
                    ? Map.of("kind", "recused")
                    : Map.of("kind", expected.kind().wire(), "party", expected.party())));
  }

  @Test
  void a_stranger_has_none_and_every_kind_is_tested_above() {
    assertThat(Conflict.of(candidate("wang"), matter())).isEmpty();
    assertThat(conflicts().map(it -> ((Conflict) it.get()[2]).kind()))
        .contains(ConflictKind.values());
  }

  @Test
  void two_bodies_without_a_code_are_not_the_same() {
    assertThat(Conflict.of(candidate("wang"), matter(Set.of(), side("p1"), side("p2")))).isEmpty();
  }

  private static Candidate met(String mark, boolean opposed) {
    return new Candidate("wang", mediator("wang"), 0, List.of(new Met(mark, opposed)));
  }

  private static Matter recused(String id) {
    return new Matter(
        "0dispute",
        DisputeKind.NEIGHBOURS,
        DisputeLevel.COMMUNITY,
        Roster.COMMUNITY,
        null,
        Set.of(),
        List.of(side("p1")),
        Set.of(id));
  }
}
