package cn.linli.mediation.domain.roster;

import static cn.linli.mediation.domain.roster.Roster.COMMUNITY;
import static cn.linli.mediation.domain.roster.Roster.candidate;
import static cn.linli.mediation.domain.roster.Roster.matter;
import static cn.linli.mediation.domain.roster.Roster.mediator;
import static cn.linli.mediation.domain.roster.Roster.side;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.DisputeLevel;
import cn.linli.events.mediation.MediatorEvent.MediatorPaused;
import cn.linli.events.mediation.MediatorGrade;
import cn.linli.mediation.domain.roster.Ranked.Part;
import cn.linli.mediation.domain.roster.SeatPlan.Seat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A suggestion says where every point comes from and is the same whoever asks when. */
class RankingTest {

  private static final SeatPlan THREE =
      new SeatPlan(
          List.of(
              new Seat("presiding", Set.of()),
              new Seat("lawyer", Set.of("lawyer")),
              new Seat("third", Set.of())),
          9,
          true);

  @Property
  void the_same_whatever_order_the_roster_comes_in(
      @ForAll("rosters") List<Candidate> roster, @ForAll Random random) {
    var matter =
        matter(
            Set.of("ybe", "yuy"),
            side("p1", Set.of("m1"), Set.of("m2")),
            side("p2", Set.of("m1", "m3"), Set.of()));
    var shuffled = new ArrayList<>(roster);
    Collections.shuffle(shuffled, random);
    assertThat(Suggestion.of(shuffled, matter, THREE))
        .isEqualTo(Suggestion.of(roster, matter, THREE));
  }

  @Property
  void a_score_is_the_sum_of_its_parts_and_the_best_come_first(
      @ForAll("rosters") List<Candidate> roster) {
    var result = Ranking.of(roster, matter());
    assertThat(result.ranked())
        .allMatch(it -> it.score() == it.parts().stream().mapToInt(Part::points).sum());
    assertThat(result.ranked())
        .isSortedAccordingTo((one, other) -> Integer.compare(other.score(), one.score()));
    assertThat(result.ranked().size() + result.blocked().size()).isEqualTo(roster.size());
  }

  @Property
  void a_suggested_panel_is_odd_full_and_of_people_who_may_sit(
      @ForAll("rosters") List<Candidate> roster) {
    var suggestion = Suggestion.of(roster, matter(), THREE);
    var free = suggestion.ranking().ranked().stream().map(Ranked::id).toList();
    for (var panel : suggestion.panels()) {
      var ids = panel.places().stream().map(it -> it.candidate().id()).toList();
      assertThat(free).containsAll(ids);
      assertThat(ids).doesNotHaveDuplicates().hasSize(3 - panel.missing().size());
      if (panel.isComplete()) {
        var people = panel.places().stream().map(Seating.Place::candidate).toList();
        assertThat(Seating.all(THREE, people)).isInstanceOf(Seating.Result.Seated.class);
      }
    }
  }

  /** m1…m20 with what they can do, how much they have to do and whom they met. */
  @Provide
  Arbitrary<List<Candidate>> rosters() {
    var one =
        Combinators.combine(
                Arbitraries.of(MediatorGrade.values()),
                Arbitraries.of(DisputeKind.class).set().ofMaxSize(3),
                Arbitraries.of("ybe", "yuy", "bo").set().ofMaxSize(3),
                Arbitraries.of("lawyer", "judge").set().ofMaxSize(2),
                Arbitraries.integers().between(0, 12))
            .as(Drawn::new);
    return one.list().ofMaxSize(20).map(RankingTest::numbered);
  }

  record Drawn(
      MediatorGrade grade,
      Set<DisputeKind> specialties,
      Set<String> languages,
      Set<String> professions,
      int openCases) {}

  private static List<Candidate> numbered(List<Drawn> drawn) {
    var roster = new ArrayList<Candidate>();
    for (Drawn it : drawn) {
      String id = "m" + (roster.size() + 1);
      var mediator =
          mediator(
              id,
              profile ->
                  Roster.grade(
                      Roster.professions(
                          Roster.can(
                              profile,
                              profile.divisions(),
                              List.copyOf(it.specialties()),
                              List.copyOf(it.languages()),
                              null),
                          it.professions().toArray(String[]::new)),
                      it.grade()));
      roster.add(new Candidate(id, mediator, it.openCases(), List.of()));
    }
    return roster;
  }

  @Example
  void a_language_counts_in_proportion() {
    var yugur = speaking("lan", List.of("ybe", "zh"));
    var both = speaking("an", List.of("yuy", "ybe"));
    var other = speaking("bai", List.of("bo"));
    var ranked =
        Ranking.of(List.of(other, yugur, both), matter(Set.of("ybe", "yuy"), side("p1"))).ranked();
    assertThat(ranked).extracting(Ranked::id).containsExactly("an", "lan", "bai");
    assertThat(ranked.getFirst().parts())
        .containsExactly(
            new Part(Merit.LANGUAGE, 40, "ybe,yuy"), new Part(Merit.SAME_COMMUNITY, 15, COMMUNITY));
    assertThat(ranked.get(1).parts()).contains(new Part(Merit.LANGUAGE, 20, "ybe"));
  }

  @Example
  void whom_every_party_would_like_comes_before_whoever_fits_best() {
    var fits =
        candidate(
            "fits",
            it ->
                Roster.grade(
                    Roster.can(
                        it, it.divisions(), List.of(DisputeKind.NEIGHBOURS), List.of("ybe"), null),
                    MediatorGrade.CHIEF));
    var liked = new Candidate("liked", mediator("liked"), 50, List.of());
    var some = candidate("some");
    var sides =
        new Matter.Side[] {
          side("p1", Set.of("liked", "some"), Set.of()), side("p2", Set.of("liked"), Set.of())
        };
    var ranked = Ranking.of(List.of(fits, some, liked), matter(Set.of("ybe"), sides)).ranked();
    assertThat(ranked).extracting(Ranked::id).containsExactly("liked", "fits", "some");
    assertThat(ranked.getFirst().parts())
        .contains(new Part(Merit.CHOSEN_BY_ALL, 200, "2"), new Part(Merit.OPEN_CASES, -30, "50"));
    assertThat(ranked.getLast().parts()).contains(new Part(Merit.CHOSEN_BY_SOME, 20, "1"));
  }

  @Example
  void whoever_has_less_to_do_comes_first() {
    var busy = new Candidate("busy", mediator("busy"), 4, List.of());
    var free = candidate("free");
    var ranked = Ranking.of(List.of(busy, free), matter()).ranked();
    assertThat(ranked).extracting(Ranked::id).containsExactly("free", "busy");
    assertThat(ranked.getLast().parts()).contains(new Part(Merit.OPEN_CASES, -12, "4"));
  }

  @Example
  void a_team_that_is_asked_for_and_the_nearer_come_first() {
    var team = Roster.working("team", "k1");
    var street =
        candidate("street", it -> Roster.can(it, List.of("370602003"), List.of(), List.of(), null));
    var ranked = Ranking.of(List.of(street, candidate("near"), team), matter()).ranked();
    assertThat(ranked).extracting(Ranked::id).containsExactly("team", "near", "street");
    assertThat(ranked.getFirst().parts()).contains(new Part(Merit.SAME_BODY, 20, "k1"));
    assertThat(ranked.getLast().parts())
        .containsExactly(new Part(Merit.SAME_STREET, 10, "370602003"));
  }

  @Example
  void a_peacemaker_comes_first_within_the_building_only() {
    var peacemaker = candidate("lead", it -> Roster.grade(it, MediatorGrade.PEACEMAKER));
    var fullTime = candidate("full", it -> Roster.grade(it, MediatorGrade.FULL_TIME));
    var roster = List.of(fullTime, peacemaker);
    var building =
        new Matter(
            "0dispute",
            DisputeKind.NEIGHBOURS,
            DisputeLevel.BUILDING,
            COMMUNITY + "001",
            null,
            Set.of(),
            List.of(side("p1")),
            Set.of());
    assertThat(Ranking.of(roster, building).ranked().getFirst().id()).isEqualTo("lead");
    assertThat(Ranking.of(roster, matter()).ranked().getFirst().id()).isEqualTo("full");
  }

  @Example
  void who_is_away_or_works_elsewhere_is_no_candidate() {
    var paused =
        new Candidate(
            "paused",
            MediatorEvolution.evolve(mediator("paused"), new MediatorPaused(), Roster.NOW),
            0,
            List.of());
    var far =
        candidate("far", it -> Roster.can(it, List.of("370602003007"), List.of(), List.of(), null));
    var result = Ranking.of(List.of(paused, far), matter());
    assertThat(result.ranked()).isEmpty();
    assertThat(result.blocked()).isEmpty();
    assertThat(Eligibility.objection(paused, matter()).orElseThrow().code())
        .isEqualTo("mediator-not-active");
    assertThat(Eligibility.objection(far, matter()).orElseThrow().code())
        .isEqualTo("mediator-elsewhere");
  }

  private static Candidate speaking(String id, List<String> languages) {
    return candidate(id, it -> Roster.can(it, it.divisions(), List.of(), languages, null));
  }
}
