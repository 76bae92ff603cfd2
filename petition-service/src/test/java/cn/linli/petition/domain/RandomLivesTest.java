package cn.linli.petition.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.Answer;
import cn.linli.events.petition.BuildingWhistleEvent;
import cn.linli.events.petition.CallAnswer;
import cn.linli.events.petition.Deadlines;
import cn.linli.events.petition.Entry;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Dispatched;
import cn.linli.events.petition.PetitionEvent.Escalated;
import cn.linli.events.petition.PetitionEvent.FellDue;
import cn.linli.events.petition.WhistleCase;
import cn.linli.events.petition.WhistleEvent;
import cn.linli.petition.domain.PetitionCommand.*;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever people do in whatever order, a request keeps its invariants. */
class RandomLivesTest {

  /** Somebody tries something after some hours. */
  record Deed(Actor actor, PetitionCommand command, int hours) {}

  /** What happened in a life: the state before and after each event. */
  record Moment(Petition before, PetitionEvent event, Petition after) {}

  private static final Instant START = Scene.instant("2026-01-05T10:00");

  @Property(tries = 300)
  void the_fold_of_the_events_is_total_and_equal(@ForAll("lives") List<Deed> deeds) {
    for (Moment moment : live(deeds)) {
      assertThat(moment.after().exists()).isTrue();
      Instant due = Timers.due(moment.after());
      assertThat(due == null || moment.after().isOpen()).as("only open ones wait").isTrue();
    }
  }

  @Property(tries = 300)
  void exactly_one_unit_leads_and_it_lies_on_the_requests_ladder_or_works_for_it(
      @ForAll("lives") List<Deed> deeds) {
    for (Moment moment : live(deeds)) {
      Petition petition = moment.after();
      assertThat(petition.unit().division()).hasSize(petition.level().digits());
      assertThat(Ladder.contains(petition.unit().division(), petition.filed().division())).isTrue();
    }
  }

  @Property(tries = 300)
  void the_ladder_climbs_rung_by_rung(@ForAll("lives") List<Deed> deeds) {
    for (Moment moment : live(deeds)) {
      if (moment.event() instanceof Escalated up && moment.before().held().returns() < 3) {
        assertThat(up.to().level()).isEqualTo(up.from().level().above().orElseThrow());
      }
      boolean mayFall =
          moment.event() instanceof Dispatched
              || moment.event() instanceof PetitionEvent.SentBack
              || moment.event() instanceof PetitionEvent.ReturnGranted
              || moment.event() instanceof PetitionEvent.Accepted
              || moment.event() instanceof PetitionEvent.Submitted;
      Level before = moment.before().exists() ? moment.before().level() : Level.GRID;
      assertThat(mayFall || moment.after().level().compareTo(before) >= 0).isTrue();
    }
  }

  @Property(tries = 300)
  void words_never_move_a_clock(@ForAll("lives") List<Deed> deeds) {
    for (Moment moment : live(deeds)) {
      switch (moment.event()) {
        case PetitionEvent.Progressed _,
            PetitionEvent.Contacted _,
            PetitionEvent.Commented _,
            PetitionEvent.AttachmentsAdded _,
            PetitionEvent.Reminded _,
            PetitionEvent.CoHandlersAdded _,
            PetitionEvent.Supervised _,
            WhistleEvent _,
            BuildingWhistleEvent _,
            PetitionEvent.FellDue _ ->
            assertThat(moment.after().time().deadlines())
                .isEqualTo(moment.before().time().deadlines());
        case PetitionEvent.Escalated _, PetitionEvent.SentBack _ ->
            assertThat(answer(moment.after())).isEqualTo(answer(moment.before()));
        default -> {}
      }
    }
  }

  @Property(tries = 300)
  void no_limit_is_told_twice(@ForAll("lives") List<Deed> deeds) {
    var told = new ArrayList<String>();
    for (Moment moment : live(deeds)) {
      if (moment.event() instanceof FellDue fellDue) {
        told.add(moment.after().round().number() + " " + fellDue.which() + " " + fellDue.due());
      }
    }
    assertThat(told).doesNotHaveDuplicates();
  }

  private static @Nullable Instant answer(Petition petition) {
    Deadlines deadlines = petition.time().deadlines();
    return deadlines.answerBy();
  }

  private static List<Moment> live(List<Deed> deeds) {
    var moments = new ArrayList<Moment>();
    Instant now = START;
    Petition state =
        apply(
            Petition.NONE,
            PetitionRules.decide(Scene.submit("noise"), Petition.NONE, facts(now, Scene.RESIDENT)),
            now,
            Scene.RESIDENT,
            moments);
    for (Deed deed : deeds) {
      now = now.plus(Duration.ofHours(deed.hours()));
      Instant due = Timers.due(state);
      if (due != null && !due.isAfter(now)) {
        state =
            apply(state, Timers.fallDue(state, facts(now, Scene.CLOCK)), now, Scene.CLOCK, moments);
        Instant next = Timers.due(state);
        assertThat(next == null || next.isAfter(now)).as("what fell due moves").isTrue();
      }
      state =
          apply(
              state,
              PetitionRules.decide(deed.command(), state, facts(now, deed.actor())),
              now,
              deed.actor(),
              moments);
    }
    return moments;
  }

  private static Facts facts(Instant now, Actor actor) {
    return new Facts(
        now, actor, TestRulebook.DEFAULT, WorkCalendar.national(), Scene::mark, Scene::path);
  }

  private static Petition apply(
      Petition state,
      Decision<PetitionEvent> decision,
      Instant now,
      Actor actor,
      List<Moment> moments) {
    Petition next = state;
    if (decision instanceof Decision.Accepted<PetitionEvent>(var events)) {
      for (PetitionEvent event : events) {
        Petition after = Evolution.evolve(next, event, now, actor.ref());
        moments.add(new Moment(next, event, after));
        next = after;
      }
    }
    return next;
  }

  @Provide
  Arbitrary<List<Deed>> lives() {
    var actors =
        Arbitraries.of(
            Scene.RESIDENT,
            Scene.GRID,
            Scene.COMMUNITY,
            Scene.STREET,
            Scene.DISTRICT,
            Scene.CITY,
            Scene.DESK,
            Scene.HEATING);
    Arbitrary<PetitionCommand> commands =
        Arbitraries.of(
            new Accept(),
            new Contact("note"),
            new Progress(Entry.HOME_VISIT, "note"),
            new Escalate("reason"),
            new SendBack("reason"),
            new Dispatch("heating-company", null),
            new Dispatch("370602003", null),
            new Dispatch(null, null),
            new AskReturn("reason", true),
            new DecideReturn(true, null, false),
            new DecideReturn(false, null, false),
            new AddCoHandlers(List.of("heating-company")),
            new AskExtension(START.plus(Duration.ofDays(12)), "reason"),
            new DecideExtension(true),
            new AskSuspension(START.plus(Duration.ofDays(20)), "reason", "plan"),
            new DecideSuspension(true),
            new Resume(),
            new Remind(),
            new Supervise("routine", START.plus(Duration.ofDays(15))),
            new Comment("note"),
            new Attach(List.of("file")),
            new Resolve(Outcome.SOLVED, "result"),
            new Visit(false, null, null, null, null, null),
            new Visit(true, true, Answer.YES, true, 5, null),
            new Rate(true, Answer.NO, false, 1, null),
            new Close(null),
            new Reopen("reason"),
            new Thank("letter"),
            new WhistleCommand.CallStreet("reason"),
            new WhistleCommand.AnswerCall(CallAnswer.HANDLE, null),
            new WhistleCommand.Blow(
                "w1",
                WhistleCase.EMERGENCY,
                List.of(new WhistleCommand.Wanted("heating-company", null)),
                "heating-company",
                "reason"),
            new WhistleCommand.CheckIn("w1"),
            new WhistleCommand.DeclineWhistle("w1", "reason"),
            new WhistleCommand.Report("w1", "result"),
            new WhistleCommand.CloseWhistle("w1"),
            new BuildingWhistleCommand.Raise("b1", "need"),
            new BuildingWhistleCommand.Claim("b1"));
    var hours = Arbitraries.integers().between(0, 60);
    return Combinators.combine(actors, commands, hours).as(Deed::new).list().ofMaxSize(60);
  }
}
