package cn.linli.petition.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.EventCodec;
import cn.linli.events.petition.BatchItemEvent;
import cn.linli.events.petition.BuildingWhistleEvent;
import cn.linli.events.petition.DeliberationEvent;
import cn.linli.events.petition.ErasureEvent;
import cn.linli.events.petition.FormalEvent;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.LimitEvent.FoundComplex;
import cn.linli.events.petition.NoticeEvent;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.*;
import cn.linli.events.petition.ReferralEvent.PetitionOfferedToVolunteers;
import cn.linli.events.petition.ReferralEvent.PetitionReferredToMediation;
import cn.linli.events.petition.ReferralEvent.ReferralReturned;
import cn.linli.events.petition.WhistleEvent;
import cn.linli.petition.domain.Life.Moment;
import cn.linli.petition.domain.Life.Try;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever people do in whatever order, a request keeps its invariants. */
class RandomLivesTest {

  /** Nobody waits for anything in these. */
  private static final Set<Status> ENDED =
      Set.of(Status.REJECTED, Status.WITHDRAWN, Status.TERMINATED);

  /** The only events that may set limits; every other one, new ones too, leaves them alone. */
  private static final Set<Class<?>> SET_LIMITS =
      Set.of(
          Submitted.class,
          Accepted.class,
          Dispatched.class,
          ReturnGranted.class,
          Escalated.class,
          SentBack.class,
          Reopened.class,
          Extended.class,
          FoundComplex.class, // several bodies: another class of limits (domain rules §4.3)
          PetitionReferredToMediation.class, // due after the mediation (domain rules §0.3)
          PetitionOfferedToVolunteers.class, // the rung's clock rests
          ReferralReturned.class, // and starts anew
          Resumed.class);

  @Property(tries = 300)
  void the_fold_of_the_events_is_total_and_equal(@ForAll("lives") List<Try> tries) {
    for (Moment moment : Life.of(tries)) {
      assertThat(moment.after().exists()).isTrue();
      Instant due = Timers.due(moment.after());
      assertThat(due == null || !ENDED.contains(moment.after().status()))
          .as("what has ended waits for nothing")
          .isTrue();
    }
  }

  @Property(tries = 300)
  void exactly_one_unit_leads_and_it_lies_on_the_requests_ladder_or_works_for_it(
      @ForAll("lives") List<Try> tries) {
    for (Moment moment : Life.of(tries)) {
      Petition petition = moment.after();
      assertThat(petition.unit().division()).hasSize(petition.level().digits());
      assertThat(petition.filed().division())
          .as("%s", moment.event())
          .startsWith(petition.unit().division());
    }
  }

  @Property(tries = 300)
  void the_ladder_climbs_rung_by_rung(@ForAll("lives") List<Try> tries) {
    for (Moment moment : Life.of(tries)) {
      if (moment.event() instanceof Escalated up && moment.before().held().returns() < 3) {
        assertThat(up.to().level()).isEqualTo(up.from().level().above().orElseThrow());
      }
      boolean mayFall =
          moment.event() instanceof Dispatched
              || moment.event() instanceof SentBack
              || moment.event() instanceof ReturnGranted
              || moment.event() instanceof Accepted
              || moment.event() instanceof Relocated
              || moment.event() instanceof Submitted;
      Level before = moment.before().exists() ? moment.before().level() : Level.GRID;
      assertThat(mayFall || moment.after().level().compareTo(before) >= 0).isTrue();
    }
  }

  /** No comment, visit or edit moves a clock; neither does what goes on beside handling. */
  @Property(tries = 600)
  void words_never_move_a_clock(@ForAll("lives") List<Try> tries) {
    for (Moment moment : Life.of(tries)) {
      PetitionEvent event = moment.event();
      if (!SET_LIMITS.contains(event.getClass()) && !(event instanceof FormalEvent)) {
        assertThat(moment.after().time().deadlines())
            .as("%s sets no limit", event)
            .isEqualTo(moment.before().time().deadlines());
      }
      switch (event) {
        case Progressed _,
            Commented _,
            AttachmentsAdded _,
            Voted _,
            VisitMissed _,
            Thanked _,
            Closed _,
            Reminded _,
            CoHandlersAdded _,
            ReturnAsked _,
            ReturnRefused _,
            Relocated _,
            Noted _,
            ErasureEvent _,
            NoticeEvent _,
            DeliberationEvent _,
            BatchItemEvent _,
            WhistleEvent _,
            BuildingWhistleEvent _ ->
            assertThat(moment.after().time())
                .as("%s leaves the whole clock alone", event)
                .isEqualTo(moment.before().time());
        case Escalated _, SentBack _ ->
            assertThat(answerBy(moment.after())).isEqualTo(answerBy(moment.before()));
        case FormalEvent _ ->
            assertThat(answerBy(moment.after()))
                .as("%s: only acceptance sets the answer's limit", event)
                .isEqualTo(answerBy(moment.before()));
        default -> {}
      }
    }
  }

  @Property(tries = 300)
  void no_limit_is_told_twice(@ForAll("lives") List<Try> tries) {
    var told = new ArrayList<String>();
    for (Moment moment : Life.of(tries)) {
      if (moment.event() instanceof FellDue fellDue) {
        told.add(moment.after().round().number() + " " + fellDue.which() + " " + fellDue.due());
      }
    }
    assertThat(told).doesNotHaveDuplicates();
  }

  @Property(tries = 300)
  void no_item_of_a_batch_closes_before_somebody_else_looked(@ForAll("lives") List<Try> tries) {
    for (Moment moment : Life.of(tries)) {
      BatchItem item = moment.before().proceedings().batchItem();
      if (moment.event() instanceof Closed && item != null) {
        assertThat(item.isVerified(moment.before().round())).isTrue();
        assertThat(item.inspectedBy()).isNotEqualTo(moment.before().round().resolution().by());
      }
    }
  }

  @Property(tries = 300)
  void the_five_steps_come_in_order(@ForAll("lives") List<Try> tries) {
    for (Moment moment : Life.of(tries)) {
      Deliberation before = moment.before().proceedings().deliberation();
      switch (moment.event()) {
        case DeliberationEvent.DeliberationRaised _ ->
            assertThat(before == null || before.isComplete()).isTrue();
        case DeliberationEvent.MeetingHeld _ -> expectNext(before, DeliberationStep.MEETING);
        case DeliberationEvent.PartiesConsulted _ -> expectNext(before, DeliberationStep.CONSULT);
        case DeliberationEvent.TaskTaken _ -> expectNext(before, DeliberationStep.ACT);
        case DeliberationEvent.DeliberationReviewed _ ->
            expectNext(before, DeliberationStep.REVIEW);
        default -> {}
      }
    }
  }

  private static void expectNext(Deliberation before, DeliberationStep step) {
    assertThat(before.next()).isEqualTo(step);
  }

  /** The properties above are about something: everything that can happen does. */
  @Test
  void lives_meet_every_event() {
    var random = new Random(7);
    var met = new HashSet<Class<?>>();
    for (int life = 0; life < 3_000; life++) {
      var tries = new ArrayList<Try>();
      for (int i = 0; i < 60; i++) {
        tries.add(new Try(random.nextInt(Life.moves()), random.nextInt(4) > 0, random.nextInt(40)));
      }
      Life.of(tries).forEach(moment -> met.add(moment.event().getClass()));
    }
    var missed = new TreeSet<String>();
    for (Class<?> event : EventCodec.records(PetitionEvent.class)) {
      if (!met.contains(event)) {
        missed.add(event.getSimpleName());
      }
    }
    assertThat(missed)
        .as("the other side of a merge is another request's life")
        .isEqualTo(Set.of("Absorbed", "Released"));
  }

  private static Instant answerBy(Petition petition) {
    return petition.time().deadlines().answerBy();
  }

  @Provide
  Arbitrary<List<Try>> lives() {
    var start = Arbitraries.integers().between(0, Life.moves() - 1);
    var eager = Arbitraries.of(true, true, true, false);
    var hours = Arbitraries.integers().between(0, 60);
    return Combinators.combine(start, eager, hours).as(Try::new).list().ofMaxSize(60);
  }
}
