package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.KinEvent.Absorbed;
import cn.linli.events.petition.KinEvent.Merged;
import cn.linli.events.petition.KinEvent.Released;
import cn.linli.events.petition.KinEvent.Unmerged;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Requests on one matter are linked, never deleted: contacts stay what they are, and the matter is
 * worked on once. Source: domain rules §4.5.
 */
public final class Merging {

  /** Requests merged into one; a larger cluster is a matter for a batch. */
  static final int MERGED_MAX = 200;

  private Merging() {}

  /**
   * What a merge or its undoing adds to both.
   *
   * @param ofMain what the main request's journal says
   */
  public record Pair(List<PetitionEvent> ofMerged, List<PetitionEvent> ofMain) {}

  /** Why one can't be merged into the other; the main one must still be worked on. */
  public static Optional<Refusal> objection(
      String id, Petition petition, String into, Petition main, Facts facts) {
    if (id.equals(into)) {
      return Optional.of(Refusal.of("merge-into-itself"));
    }
    if (petition.status() == Status.MERGED) {
      return Optional.of(Refusal.of("already-merged"));
    }
    if (!petition.isOpen()) {
      return Optional.of(Refusal.of("already-closed"));
    }
    boolean handled = petition.status().isWaiting() || petition.status() == Status.HANDLING;
    Whistles whistles = Whistles.of(petition);
    boolean called =
        whistles.call() != null
            || whistles.waiting(Whistle.State.CALLED, Whistle.State.CHECKED_IN).count() > 0;
    if (!handled || called || petition.proceedings().batchItem() != null) {
      return Optional.of(Refusal.of("in-proceedings", "status", petition.status().wire()));
    }
    if (!main.isOpen()) {
      return Optional.of(Refusal.of("main-not-open", "status", main.status().wire()));
    }
    if (!mayMerge(petition, facts) || !mayMerge(main, facts)) {
      return Optional.of(Refusal.of("not-the-holder"));
    }
    if (!alike(petition.filed(), main.filed())) {
      return Optional.of(Refusal.of("matters-differ"));
    }
    if (!kin(petition).merged().isEmpty()) {
      return Optional.of(Refusal.of("has-merged"));
    }
    return kin(main).merged().size() >= MERGED_MAX
        ? Optional.of(Refusal.of("too-many-merged", "limit", MERGED_MAX))
        : Optional.empty();
  }

  public static Pair merge(
      String id, Petition petition, String into, boolean samePerson, Facts facts) {
    return new Pair(
        List.of(
            new Merged(
                petition.filed().facets(),
                into,
                samePerson,
                received(petition),
                petition.time().overdue())),
        List.of(new Absorbed(id, samePerson)));
  }

  /** Why it can't be taken out again. */
  public static Optional<Refusal> objectionToUndoing(
      Petition petition, Petition main, Facts facts) {
    if (petition.status() != Status.MERGED) {
      return Optional.of(Refusal.of("not-merged"));
    }
    return mayMerge(petition, facts) || mayMerge(main, facts)
        ? Optional.empty()
        : Optional.of(Refusal.of("not-the-holder"));
  }

  /** Its clock ran on: what passed meanwhile shows at once. */
  public static Pair undo(String id, Petition petition, Facts facts) {
    Kin.Link link = link(petition);
    boolean overdue = petition.isLive() && isPast(petition.time(), facts.now());
    var events = new ArrayList<PetitionEvent>();
    events.add(
        new Unmerged(
            petition.filed().facets(),
            link.into(),
            link.before().wire(),
            link.since(),
            received(petition),
            overdue));
    if (overdue && petition.care().supervision() == null) {
      events.add(Urging.automatic("routine", facts));
    }
    return new Pair(events, List.of(new Released(id)));
  }

  static Decision<PetitionEvent> rate(KinCommand.RateMerged rate, Petition petition, Facts facts) {
    if (!facts.actor().isOwnerOf(petition)) {
      return refuse("not-your-petition");
    }
    return petition.status() == Status.MERGED && rate.answered()
        ? Visiting.rated(rate.rate(), petition, facts)
        : refuse("not-resolved");
  }

  public static Kin kin(Petition petition) {
    return Objects.requireNonNullElse(petition.proceedings().kin(), Kin.NONE);
  }

  /** The link of a merged request. */
  public static Kin.Link link(Petition petition) {
    return Objects.requireNonNull(kin(petition).link(), "it is not merged");
  }

  static LocalDate received(Petition petition) {
    return WorkCalendar.dayOf(petition.filed().submittedAt());
  }

  /** Others' matters hang on a main request: it is not ended before they are taken out. */
  static boolean hasMerged(Petition petition) {
    return !kin(petition).merged().isEmpty();
  }

  private static boolean mayMerge(Petition petition, Facts facts) {
    return Dispatching.mayDispose(petition, facts.actor())
        && !Recusing.isBarred(petition, facts.actor());
  }

  /** One law, one accused. The category may have been chosen wrongly. */
  private static boolean alike(Filing one, Filing other) {
    return one.facets().regime() == other.facets().regime()
        && Objects.equals(one.accusedMark(), other.accusedMark());
  }

  private static boolean isPast(Clock clock, Instant now) {
    Instant answerBy = clock.deadlines().answerBy();
    return answerBy != null && !clock.isSuspended() && now.isAfter(answerBy);
  }
}
