package cn.linli.petition.domain;

import static cn.linli.petition.domain.Scene.COMMUNITY;
import static cn.linli.petition.domain.Scene.GRID;
import static cn.linli.petition.domain.Scene.RESIDENT;
import static cn.linli.petition.domain.Scene.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.Answer;
import cn.linli.events.petition.DueKind;
import cn.linli.events.petition.Entry;
import cn.linli.events.petition.KinEvent.Absorbed;
import cn.linli.events.petition.KinEvent.Merged;
import cn.linli.events.petition.KinEvent.Released;
import cn.linli.events.petition.KinEvent.Unmerged;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.FellDue;
import cn.linli.events.petition.PetitionEvent.Supervised;
import cn.linli.events.petition.PetitionEvent.Voted;
import cn.linli.events.petition.Regime;
import cn.linli.petition.domain.PetitionCommand.Accept;
import cn.linli.petition.domain.PetitionCommand.Progress;
import cn.linli.petition.domain.PetitionCommand.Rate;
import cn.linli.petition.domain.PetitionCommand.Reject;
import cn.linli.petition.domain.PetitionCommand.Resolve;
import cn.linli.petition.domain.PetitionCommand.Withdraw;
import cn.linli.platform.decide.Decision;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergingTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
  private static final Rate CONTENT = new Rate(true, Answer.YES, true, 5, null);

  /** What a committer does with a pair: each side into its own stream. */
  private static Petition after(Petition petition, List<PetitionEvent> events, Scene scene) {
    Petition state = petition;
    for (PetitionEvent event : events) {
      state = Evolution.evolve(state, event, scene.now(), COMMUNITY.ref());
    }
    return state;
  }

  private static String objection(Petition petition, Petition main, Actor actor, Scene scene) {
    return Merging.objection("a", petition, "b", main, scene.facts(actor))
        .map(refusal -> refusal.code())
        .orElse("none");
  }

  @Test
  void one_is_merged_into_the_other_and_both_say_so() {
    var scene = submitted("noise");
    var main = submitted("noise").by(GRID, new Accept()).state();
    assertThat(objection(scene.state(), main, COMMUNITY, scene)).isEqualTo("none");
    var pair = Merging.merge("a", scene.state(), "b", false, scene.facts(COMMUNITY));
    var facets = scene.state().filed().facets();
    assertThat(pair.ofMerged()).containsExactly(new Merged(facets, "b", false, DAY, false));
    assertThat(pair.ofMain()).containsExactly(new Absorbed("a", false));
    var merged = after(scene.state(), pair.ofMerged(), scene);
    assertThat(merged.status()).isEqualTo(Status.MERGED);
    assertThat(merged.isOpen()).isFalse();
    StateJsonTest.survives(merged);
    assertThat(Timers.due(merged)).as("nobody is pressed for it").isNull();
    assertThat(merged.standing().open().getLast().until()).isEqualTo(DAY);
    var absorbing = after(main, pair.ofMain(), scene);
    assertThat(Merging.kin(absorbing).merged()).containsExactly("a");
    assertThat(Merging.kin(absorbing).ofOthers()).isTrue();
  }

  @Test
  void what_can_not_be_merged() {
    var scene = submitted("noise");
    var petition = scene.state();
    var open = submitted("noise").state();
    var gone = submitted("noise").by(RESIDENT, new Withdraw()).state();
    var formal =
        submitted(draft -> draft.kind(Kind.APPEAL, Regime.FORMAL).category("land")).state();
    var accusing =
        submitted(draft -> draft.kind(Kind.ACCUSATION, Regime.HOTLINE).accuses(false, "person"))
            .state();
    var merged =
        after(
            petition,
            Merging.merge("c", petition, "d", true, scene.facts(COMMUNITY)).ofMerged(),
            scene);
    var absorbing = after(petition, List.of(new Absorbed("x", true)), scene);
    var full = petition;
    for (int i = 0; i < Merging.MERGED_MAX; i++) {
      full = after(full, List.of(new Absorbed("x" + i, true)), scene);
    }
    assertThat(objection(petition, gone, COMMUNITY, scene)).isEqualTo("main-not-open");
    assertThat(objection(gone, open, COMMUNITY, scene)).isEqualTo("already-closed");
    assertThat(objection(merged, open, COMMUNITY, scene)).isEqualTo("already-merged");
    assertThat(objection(open, merged, COMMUNITY, scene)).isEqualTo("main-not-open");
    assertThat(objection(absorbing, open, COMMUNITY, scene)).isEqualTo("has-merged");
    assertThat(objection(open, full, COMMUNITY, scene)).isEqualTo("too-many-merged");
    assertThat(objection(petition, formal, Scene.CITY, scene)).isEqualTo("matters-differ");
    assertThat(objection(petition, accusing, Scene.CITY, scene)).isEqualTo("matters-differ");
    assertThat(objection(petition, open, Scene.staff("community-clerk", "370602004001"), scene))
        .isEqualTo("not-the-holder");
    assertThat(
            Merging.objection("a", petition, "a", petition, scene.facts(COMMUNITY))
                .orElseThrow()
                .code())
        .isEqualTo("merge-into-itself");
  }

  @Test
  void taken_out_in_time_it_is_where_it_was() {
    var scene = submitted("noise").by(GRID, new Accept());
    var before = scene.state();
    var merge = Merging.merge("a", before, "b", true, scene.facts(COMMUNITY));
    var merged = after(before, merge.ofMerged(), scene);
    scene.at("2026-01-07T09:00");
    var pair = Merging.undo("a", merged, scene.facts(COMMUNITY));
    assertThat(pair.ofMerged())
        .containsExactly(new Unmerged(before.filed().facets(), "b", "handling", DAY, DAY, false));
    assertThat(pair.ofMain()).containsExactly(new Released("a"));
    var back = after(merged, pair.ofMerged(), scene);
    assertThat(back.status()).isEqualTo(Status.HANDLING);
    assertThat(back.time()).as("its own clock, as if nothing had been").isEqualTo(before.time());
    assertThat(back.held()).isEqualTo(before.held());
    assertThat(Timers.due(back)).isEqualTo(Timers.due(before));
    assertThat(back.standing().open()).hasSize(2);
    assertThat(back.standing().tallies()).isEmpty();
    assertThat(
            Merging.objectionToUndoing(back, before, scene.facts(COMMUNITY)).orElseThrow().code())
        .isEqualTo("not-merged");
  }

  @Test
  void its_clock_ran_on_so_what_passed_meanwhile_shows_at_once() {
    var scene = submitted("noise");
    var merged =
        after(
            scene.state(),
            Merging.merge("a", scene.state(), "b", true, scene.facts(COMMUNITY)).ofMerged(),
            scene);
    scene.at("2026-01-20T09:00");
    var pair = Merging.undo("a", merged, scene.facts(COMMUNITY));
    assertThat(((Unmerged) pair.ofMerged().getFirst()).overdue()).isTrue();
    assertThat(pair.ofMerged().getLast()).isInstanceOf(Supervised.class);
    var back = after(merged, pair.ofMerged(), scene);
    assertThat(back.time().overdue()).isTrue();
    assertThat(back.time().fallen()).contains(DueKind.ANSWER);
    assertThat(back.standing().overdue().getLast().from()).isEqualTo(LocalDate.of(2026, 1, 20));
    var rings =
        ((Decision.Accepted<PetitionEvent>) Timers.fallDue(back, scene.facts(Scene.CLOCK)))
            .events();
    assertThat(rings)
        .filteredOn(FellDue.class::isInstance)
        .extracting(event -> ((FellDue) event).which())
        .doesNotContain(DueKind.ANSWER)
        .contains(DueKind.CONTACT);
  }

  @Test
  void an_overdue_one_is_overdue_no_more_while_it_is_merged() {
    var scene = submitted("noise").until("2026-01-14T09:00");
    assertThat(scene.state().time().overdue()).isTrue();
    var pair = Merging.merge("a", scene.state(), "b", true, scene.facts(COMMUNITY));
    assertThat(((Merged) pair.ofMerged().getFirst()).wasOverdue()).isTrue();
    var merged = after(scene.state(), pair.ofMerged(), scene);
    assertThat(merged.time().overdue()).isFalse();
    assertThat(merged.standing().overdue().getLast().until()).isEqualTo(LocalDate.of(2026, 1, 14));
    scene.at("2026-01-15T09:00");
    var back = Merging.undo("a", merged, scene.facts(COMMUNITY));
    assertThat(((Unmerged) back.ofMerged().getFirst()).overdue()).isTrue();
  }

  @Test
  void each_petitioner_rates_the_main_answer_once() {
    var scene = submitted("noise");
    var pair = Merging.merge("a", scene.state(), "b", false, scene.facts(COMMUNITY));
    var merged = after(scene.state(), pair.ofMerged(), scene);
    assertThat(code(new KinCommand.RateMerged(CONTENT, false), merged, RESIDENT, scene))
        .isEqualTo("not-resolved");
    assertThat(code(CONTENT, merged, RESIDENT, scene)).isEqualTo("not-resolved");
    var rate = new KinCommand.RateMerged(CONTENT, true);
    assertThat(code(rate, merged, GRID, scene)).isEqualTo("not-your-petition");
    assertThat(code(rate, scene.state(), RESIDENT, scene)).isEqualTo("not-resolved");
    var voted =
        ((Decision.Accepted<PetitionEvent>)
                PetitionRules.decide(rate, merged, scene.facts(RESIDENT)))
            .events();
    assertThat(voted).singleElement().isInstanceOf(Voted.class);
    assertThat(code(rate, after(merged, voted, scene), RESIDENT, scene)).isEqualTo("already-voted");
  }

  @Test
  void a_merged_one_is_not_worked_on_and_a_main_one_not_ended_under_the_others() {
    var scene = submitted("noise");
    var pair = Merging.merge("a", scene.state(), "b", false, scene.facts(COMMUNITY));
    var merged = after(scene.state(), pair.ofMerged(), scene);
    assertThat(code(new Accept(), merged, GRID, scene)).isEqualTo("already-closed");
    assertThat(code(new Progress(Entry.CALL, "n"), merged, GRID, scene))
        .isEqualTo("already-closed");
    assertThat(code(new Resolve(Outcome.SOLVED, "r"), merged, GRID, scene))
        .isEqualTo("already-closed");
    assertThat(code(new Withdraw(), merged, RESIDENT, scene)).isEqualTo("already-closed");
    var main = after(scene.state(), List.of(new Absorbed("x", false)), scene);
    assertThat(code(new Withdraw(), main, RESIDENT, scene)).isEqualTo("has-merged");
    assertThat(code(new Reject("court", "r", "court"), main, GRID, scene)).isEqualTo("has-merged");
    var free = after(main, List.of(new Released("x")), scene);
    assertThat(code(new Withdraw(), free, RESIDENT, scene)).isEqualTo("none");
  }

  private static String code(PetitionCommand command, Petition petition, Actor actor, Scene scene) {
    return switch (PetitionRules.decide(command, petition, scene.facts(actor))) {
      case Decision.Refused<PetitionEvent>(var refusal) -> refusal.code();
      case Decision.Accepted<PetitionEvent> _ -> "none";
    };
  }
}
