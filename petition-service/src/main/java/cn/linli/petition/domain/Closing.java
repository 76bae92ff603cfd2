package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.Level;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Closed;
import cn.linli.events.petition.PetitionEvent.Reopened;
import cn.linli.events.petition.PetitionEvent.Withdrawn;
import cn.linli.events.petition.Unit;
import cn.linli.petition.domain.PetitionCommand.Close;
import cn.linli.petition.domain.PetitionCommand.Reopen;
import cn.linli.petition.domain.Round.Resolution;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Closing behind its gate, reopening within its window, withdrawing. Source: domain rules §4.4. */
final class Closing {

  private Closing() {}

  static Decision<PetitionEvent> close(Close close, Petition petition, Facts facts) {
    Round round = petition.round();
    Resolution resolution = round.resolution();
    if (petition.status() == Status.CLOSED) {
      return refuse("already-closed");
    }
    if (petition.status() != Status.RESOLVED || resolution == null) {
      return refuse("not-resolved");
    }
    BatchItem item = petition.proceedings().batchItem();
    if (item != null && !item.isVerified(round)) {
      return refuse("unverified");
    }
    if (item == null && !round.mayClose()) { // an item's re-inspection is its visit
      return refuse("visit-missing");
    }
    return accept(closed(resolution, petition, close.reasonRef()));
  }

  static Closed closed(Resolution resolution, Petition petition, @Nullable String reasonRef) {
    return new Closed(
        petition.filed().facets(),
        closingLevel(resolution),
        resolution.span(),
        false, // resolving ended it
        petition.round().number(),
        reasonRef,
        null);
  }

  /** A matter that left the city was resolved on none of its levels. */
  private static @Nullable Level closingLevel(Resolution resolution) {
    return resolution.outcome() == Outcome.REFERRED ? null : resolution.level();
  }

  /** A new round with the unit that resolved it; the vote of the round before is void. */
  static Decision<PetitionEvent> reopen(Reopen reopen, Petition petition, Facts facts) {
    if (!facts.actor().isOwnerOf(petition) && facts.actor().unit() == null) {
      return refuse("not-your-petition");
    }
    if (petition.status() == Status.TERMINATED) {
      return refuse("terminated");
    }
    FormalCase formal = petition.proceedings().formal();
    if (formal != null && formal.opinion() != null) {
      return refuse("review-instead");
    }
    Round round = petition.round();
    Resolution resolution = round.resolution();
    if (petition.status() != Status.RESOLVED && petition.status() != Status.CLOSED
        || resolution == null) {
      return refuse("not-resolved");
    }
    if (petition.filed().erasedAt() != null) {
      return refuse("erased"); // nobody could tell any more what is to be done
    }
    Instant until = reopenUntil(petition, facts.rulebook().habits());
    if (!facts.now().isBefore(until)) {
      return refuse("reopen-window-over", "until", until.toString());
    }
    return accept(reopened(reopen, petition, facts));
  }

  /** What reopening an answered request means, whoever may. */
  static List<PetitionEvent> reopened(Reopen reopen, Petition petition, Facts facts) {
    Round round = petition.round();
    Resolution resolution = Objects.requireNonNull(round.resolution());
    Rulebook.Habits habits = facts.rulebook().habits();
    Instant closedAt = round.closedAt();
    Filing filing = petition.filed();
    Unit resolver = resolution.unit();
    Unit unit = // where it was found to belong since, if the answer came from elsewhere
        Ladder.contains(resolver.division(), filing.division()) ? resolver : petition.unit();
    var events = new ArrayList<PetitionEvent>();
    events.add(
        new Reopened(
            filing.facets(),
            round.number() + 1,
            reopen.reasonRef(),
            closedAt == null ? null : WorkCalendar.dayOf(closedAt),
            closingLevel(resolution),
            round.vote(),
            round.number() == 1,
            unit,
            Limits.of(
                Limits.row(petition, facts),
                filing.facets(),
                unit,
                filing.contactRef() != null,
                facts.now(),
                facts)));
    if (round.number() >= habits.roundsUntilSupervision()) {
      events.add(Urging.automatic("listed", facts));
    }
    return events;
  }

  /** The first instant at which an answered request can't be reopened any more. */
  static Instant reopenUntil(Petition petition, Rulebook.Habits habits) {
    Round round = petition.round();
    Resolution resolution = round.resolution();
    if (resolution == null) {
      throw new IllegalStateException("not answered yet");
    }
    Instant closedAt = round.closedAt();
    return WorkCalendar.endOfDay(
        WorkCalendar.dayOf(closedAt == null ? resolution.at() : closedAt)
            .plusDays(habits.reopenDays()));
  }

  static Decision<PetitionEvent> withdraw(Petition petition, Facts facts) {
    if (!facts.actor().isOwnerOf(petition)) {
      return refuse("not-your-petition");
    }
    if (!petition.isOpen() && petition.status() != Status.RESOLVED) {
      return refuse("already-closed");
    }
    if (Merging.hasMerged(petition)) {
      return refuse("has-merged");
    }
    return accept(
        new Withdrawn(
            petition.filed().facets(), petition.time().overdue(), petition.round().vote()));
  }
}
