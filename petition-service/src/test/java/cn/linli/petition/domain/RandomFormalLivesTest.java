package cn.linli.petition.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.Answer;
import cn.linli.events.petition.FormalEvent.NoticeServed;
import cn.linli.events.petition.FormalEvent.ReviewRequested;
import cn.linli.events.petition.FormalEvent.Terminated;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.NoticeKind;
import cn.linli.events.petition.NoticeWay;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Closed;
import cn.linli.events.petition.PetitionEvent.Commented;
import cn.linli.events.petition.PetitionEvent.Extended;
import cn.linli.events.petition.PetitionEvent.FellDue;
import cn.linli.events.petition.PetitionEvent.Suspended;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.ReviewStage;
import cn.linli.petition.domain.FormalCommand.Recuse;
import cn.linli.petition.domain.FormalCommand.ServeNotice;
import cn.linli.petition.domain.FormalCommand.Transfer;
import cn.linli.petition.domain.PetitionCommand.*;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** What holds of a formal petition whatever people do to it, and whenever. */
class RandomFormalLivesTest {

  private static final Instant START = Scene.instant("2026-01-05T10:00");

  record Deed(Actor actor, Function<Instant, PetitionCommand> asks, int hours) {}

  record Moment(Petition before, PetitionEvent event, Petition after) {}

  @Property(tries = 300)
  void the_act_is_kept(@ForAll("lives") List<Deed> deeds) {
    var stages = new ArrayList<ReviewStage>();
    var told = new ArrayList<String>();
    int extensions = 0;
    int closings = 0;
    for (Moment moment : live(deeds)) {
      assertThat(moment.event()).isNotInstanceOf(Suspended.class);
      assertThat(moment.after().level().digits()).as("never below the street").isLessThan(12);
      if (moment.before().exists() && moment.before().status() == Status.TERMINATED) {
        assertThat(moment.event()).isInstanceOfAny(NoticeServed.class, Commented.class);
        assertThat(moment.after().status()).isEqualTo(Status.TERMINATED);
      }
      switch (moment.event()) {
        case ReviewRequested it -> stages.add(it.stage());
        case FellDue it -> told.add(it.which() + " " + it.due());
        case Extended _ -> extensions++;
        case Closed _ -> closings++;
        case Terminated _ ->
            assertThat(moment.after().standing().open())
                .as("no longer open in the figures")
                .allMatch(spell -> spell.until() != null);
        default -> {}
      }
    }
    assertThat(List.of(ReviewStage.REVIEW, ReviewStage.RE_REVIEW).subList(0, stages.size()))
        .isEqualTo(stages);
    assertThat(told).doesNotHaveDuplicates();
    Statistics.label("reviews asked for").collect(stages.size());
    Statistics.label("reviews asked for")
        .coverage(of -> of.check(2).percentage(share -> share > 5.0));
    assertThat(extensions).isLessThanOrEqualTo(1);
    assertThat(closings).isLessThanOrEqualTo(1);
  }

  @Property(tries = 200)
  void who_withdrew_never_acts_again(@ForAll("lives") List<Deed> deeds) {
    Petition state = filed(new ArrayList<>());
    Instant now = START;
    for (Deed deed : deeds) {
      now = now.plus(Duration.ofHours(deed.hours()));
      boolean barred = Recusing.isBarred(state, deed.actor());
      var decision = PetitionRules.decide(deed.asks().apply(now), state, facts(now, deed.actor()));
      if (barred) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
      }
      state = apply(state, decision, now, deed.actor(), new ArrayList<>());
    }
  }

  private static Petition filed(List<Moment> moments) {
    var submit = new Scene.Draft().kind(Kind.APPEAL, Regime.FORMAL).submit();
    var decision = PetitionRules.decide(submit, Petition.NONE, facts(START, Scene.RESIDENT));
    return apply(Petition.NONE, decision, START, Scene.RESIDENT, moments);
  }

  private static List<Moment> live(List<Deed> deeds) {
    var moments = new ArrayList<Moment>();
    Petition state = filed(moments);
    Instant now = START;
    for (Deed deed : deeds) {
      now = now.plus(Duration.ofHours(deed.hours()));
      Instant due = Timers.due(state);
      if (due != null && !due.isAfter(now)) {
        var fallen = Timers.fallDue(state, facts(now, Scene.CLOCK));
        state = apply(state, fallen, now, Scene.CLOCK, moments);
        Instant next = Timers.due(state);
        assertThat(next == null || next.isAfter(now)).as("what fell due moves").isTrue();
      }
      var decision = PetitionRules.decide(deed.asks().apply(now), state, facts(now, deed.actor()));
      state = apply(state, decision, now, deed.actor(), moments);
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
    var street = Scene.staff("street-officer", "370602003");
    var colleague = new Actor("street-officer@370602003#2", street.unit(), false, false);
    var district = new Actor("district-officer@370602#3", Scene.DISTRICT.unit(), false, false);
    var city = new Actor("city-officer@3706#4", Scene.CITY.unit(), false, false);
    var anybody = Arbitraries.of(Scene.RESIDENT, street, colleague, district, city, Scene.HEATING);
    var likely =
        Arbitraries.of(
            doing(street, FormalScene.OPINION),
            doing(colleague, FormalScene.OPINION),
            new Deed(street, RandomFormalLivesTest::received, 0),
            new Deed(district, RandomFormalLivesTest::received, 0),
            doing(Scene.RESIDENT, FormalScene.REVIEW),
            doing(Scene.RESIDENT, FormalScene.RE_REVIEW),
            doing(district, FormalScene.UPHELD),
            doing(city, FormalScene.UPHELD),
            doing(city, FormalScene.HEARING));
    Arbitrary<PetitionCommand> commands =
        Arbitraries.of(
            new Accept(),
            FormalScene.RECEIPT,
            FormalScene.UNCLEAR,
            FormalScene.UPHELD,
            FormalScene.HEARING,
            new Transfer("heating-company", null),
            new Transfer("370602", null),
            new AskReturn("reason", true),
            new DecideReturn(true, null, false),
            new SendBack("reason"),
            new Escalate("reason"),
            new AskExtension(START.plus(Duration.ofDays(75)), "reason"),
            new DecideExtension(true),
            new AskSuspension(START.plus(Duration.ofDays(20)), "reason", "plan"),
            new DecideSuspension(true),
            new Recuse(null),
            new Comment("note"),
            new Rate(true, Answer.NO, false, 1, null),
            new Close(null),
            new Reopen("reason"),
            new Withdraw());
    var anything = Combinators.combine(anybody, commands).as(RandomFormalLivesTest::doing);
    var deeds = Arbitraries.frequencyOf(Tuple.of(4, likely), Tuple.of(1, anything));
    return Combinators.combine(deeds, Arbitraries.integers().between(0, 120))
        .as((deed, hours) -> new Deed(deed.actor(), deed.asks(), hours))
        .list()
        .ofMinSize(10)
        .ofMaxSize(60);
  }

  private static Deed doing(Actor actor, PetitionCommand command) {
    return new Deed(actor, _ -> command, 0);
  }

  private static PetitionCommand received(Instant now) {
    return new ServeNotice(NoticeKind.ANSWER, NoticeWay.POST, now, null);
  }
}
