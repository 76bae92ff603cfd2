package cn.linli.petition.domain;

import cn.linli.events.EventName;
import cn.linli.events.petition.BatchItemEvent;
import cn.linli.events.petition.BuildingWhistleEvent;
import cn.linli.events.petition.DeliberationEvent;
import cn.linli.events.petition.DueKind;
import cn.linli.events.petition.ErasureEvent.PersonErased;
import cn.linli.events.petition.EvidenceEvent.EvidenceAdded;
import cn.linli.events.petition.FormalEvent;
import cn.linli.events.petition.KinEvent;
import cn.linli.events.petition.LimitEvent.FoundComplex;
import cn.linli.events.petition.NoticeEvent;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.*;
import cn.linli.events.petition.ReferralEvent;
import cn.linli.events.petition.Unit;
import cn.linli.events.petition.WhistleEvent;
import cn.linli.petition.domain.Clock.Wish;
import cn.linli.petition.domain.Petition.Step;
import cn.linli.petition.domain.Round.Resolution;
import cn.linli.platform.calendar.WorkCalendar;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an event makes of a request. */
public final class Evolution {

  private Evolution() {}

  /**
   * @param at the commit's instant
   * @param by who acted
   */
  public static Petition evolve(Petition petition, PetitionEvent event, Instant at, String by) {
    Instant happened = Objects.requireNonNullElse(event.happenedAt(), at);
    Petition next =
        FormalEvolution.follow(petition, apply(petition, event, at, by), event, at)
            .with(petition.standing().after(event, WorkCalendar.dayOf(happened)));
    if (petition.isOpen() && !next.isOpen()) {
      next = next.with(next.proceedings().ended());
    }
    next = Telling.follow(petition, next, event, at);
    return tells(event) ? next.plus(new Step(happened, EventName.of(event), unit(next))) : next;
  }

  private static Petition apply(Petition now, PetitionEvent event, Instant at, String by) {
    return switch (event) {
      case Submitted submitted -> submitted(submitted, by);
      case Accepted(var unit, var tookOver, var deadlines) ->
          now.with(Status.HANDLING)
              .with(now.held().takenBy(unit, tookOver))
              .with(now.time().withMoved(deadlines));
      case Rejected _ -> now.with(Status.REJECTED);
      case Dispatched(var from, var to, var designated, var copyTo, var deadlines) ->
          now.with(Status.TRANSFERRED)
              .with(now.held().dispatched(from, to, at, designated, copyTo))
              .with(now.time().withMoved(deadlines));
      case CoHandlersAdded(var organisations) -> now.with(now.held().withCoHandlers(organisations));
      case Contacted _ -> now.with(now.time().withContact());
      case ReturnAsked(var unit, var reasonRef, var times) ->
          now.with(now.held().returnAsked(unit, reasonRef, times));
      case ReturnGranted(var to, var deadlines) ->
          now.with(Status.REGISTERED).with(now.held().movedTo(to)).with(now.time().with(deadlines));
      case ReturnRefused(var stays, var designated) ->
          now.with(now.held().returnRefused(designated));
      case Escalated(var from, var to, var byDeadline, var reason, var deadlines) ->
          now.with(Status.TRANSFERRED)
              .with(now.held().movedTo(to))
              .with(byDeadline ? now.time().with(deadlines) : now.time().withMoved(deadlines));
      case SentBack(var from, var to, var reason, var times, var deadlines) ->
          now.with(Status.TRANSFERRED)
              .with(now.held().sentBackTo(to, times))
              .with(now.time().withMoved(deadlines));
      case FellDue fellDue ->
          fellDue.which() == DueKind.RUNG // the escalation that follows starts the next rung's
              ? now
              : now.with(now.time().withFallen(fellDue.which()));
      case Resolved resolved -> resolved(now, resolved, at, by);
      case Voted(var facets, var byVisit, var vote, var replaces, var note) ->
          now.with(now.round().voted(vote, byVisit));
      case VisitMissed(var facets, var tries, var days, var last) ->
          now.with(now.round().missed(WorkCalendar.dayOf(at), last));
      case Thanked(var form) -> now.with(now.care().thanked(form));
      case Closed closed ->
          now.with(Status.CLOSED)
              .with(now.round().closed(Objects.requireNonNullElse(closed.closedAt(), at)));
      case Reopened reopened ->
          now.with(Status.TRANSFERRED)
              .with(now.held().movedTo(reopened.unit()))
              .with(Clock.started(reopened.deadlines(), at))
              .with(now.care().supervised(null))
              .with(Round.numbered(reopened.round()));
      case Withdrawn _ -> now.with(Status.WITHDRAWN);
      case ExtensionAsked(var until, var reason) ->
          now.with(now.time().withExtensionAsked(new Wish(until, by)));
      case Extended extended -> now.with(now.time().extendedTo(extended.deadlines()));
      case ExtensionRefused _ -> now.with(now.time().withExtensionAsked(null));
      case SuspensionAsked(var until, var reason, var plan) ->
          now.with(now.time().withSuspensionAsked(new Wish(until, by)));
      case Suspended(var until) -> now.with(now.time().suspended(at, until));
      case SuspensionRefused _ -> now.with(now.time().withSuspensionAsked(null));
      case Resumed(var byTimer, var minutes, var deadlines) ->
          now.with(now.time().resumed(deadlines, minutes));
      case Reminded _ -> now.with(now.care().reminded());
      case Supervised(var form, var due, var automatic) ->
          now.with(now.care().supervised(new Care.Supervision(form, due, automatic)))
              .with(now.time().supervisedAnew());
      case AttachmentsAdded(var attachments) -> now.with(now.filed().plus(attachments));
      case Relocated relocated ->
          now.with(now.filed().movedTo(relocated.toDivision()))
              .with(now.held().movedTo(relocated.unit()));
      case FoundComplex found ->
          now.with(now.time().with(found.deadlines()))
              .with(now.proceedings().with(new Complex(at)));
      case EvidenceAdded added -> withEvidence(now, added);
      case PersonErased _ -> now.with(now.filed().erased(at));
      case BatchItemEvent item -> Batching.after(item, now, at, by);
      case DeliberationEvent step -> Deliberated.after(step, now, at, by);
      case NoticeEvent notice -> Telling.apply(now, notice, at);
      case KinEvent kin -> Kinships.apply(now, kin, at);
      case WhistleEvent whistle ->
          now.with(now.proceedings().with(Whistles.of(now).after(whistle, at)));
      case BuildingWhistleEvent whistle ->
          now.with(now.proceedings().with(BuildingWhistles.of(now).after(whistle, at, by)));
      case FormalEvent formal -> FormalEvolution.apply(now, formal, at, by);
      case ReferralEvent referral -> Referral.after(referral, now, at);
      case Progressed _, Commented _, Noted _ -> now;
    };
  }

  private static Petition submitted(Submitted it, String by) {
    Instant start = it.submittedAt();
    return Petition.NONE
        .with(
            new Filing(
                it.facets(),
                it.urgency(),
                it.division(),
                start,
                it.dateOnly(),
                by,
                it.anonymous(),
                it.confidential(),
                it.onBehalf(),
                it.affectedHouseholds(),
                it.contentRef(),
                it.contactRef(),
                it.accusedMark(),
                it.previousMatter(),
                it.refusedBy(),
                it.externalMark(),
                it.sketch(),
                it.attachments(),
                null))
        .with(Holding.of(it.unit()))
        .with(Clock.started(it.deadlines(), start));
  }

  private static Petition withEvidence(Petition now, EvidenceAdded added) {
    Petition next = now.with(now.filed().plus(added.attachments()));
    return added.internal()
        ? next.with(next.proceedings().with(InternalFiles.of(now).plus(added.attachments())))
        : next;
  }

  private static Petition resolved(Petition now, Resolved it, Instant at, String by) {
    return now.with(Status.RESOLVED)
        .with(now.time().answered())
        .with(
            now.round()
                .resolved(
                    new Resolution(
                        Objects.requireNonNullElse(it.resolvedAt(), at),
                        it.unit(),
                        it.level(),
                        by,
                        it.outcome(),
                        it.resultRef(),
                        it.span())));
  }

  /** What a petitioner is told as a step; words and files are shown elsewhere. */
  private static boolean tells(PetitionEvent event) {
    return switch (event) {
      case NoticeEvent _ -> false;
      case Commented _, AttachmentsAdded _, EvidenceAdded _, Noted _, Relocated _ -> false;
      default -> true;
    };
  }

  private static @Nullable Unit unit(Petition petition) {
    return petition.exists() ? petition.unit() : null;
  }
}
