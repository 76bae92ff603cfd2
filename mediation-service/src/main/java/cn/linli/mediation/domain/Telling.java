package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.AgreementEvent.PerformanceReminded;
import cn.linli.events.mediation.AgreementEvent.RemedyTold;
import cn.linli.events.mediation.DisputeEvent.DisputeAccepted;
import cn.linli.events.mediation.HearingEvent.SessionRescheduled;
import cn.linli.events.mediation.HearingEvent.SessionScheduled;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.mediation.NoticeEvent;
import cn.linli.events.mediation.NoticeEvent.*;
import cn.linli.events.mediation.NoticeSubject;
import cn.linli.events.mediation.PaceEvent.RemediesTold;
import cn.linli.mediation.domain.NoticeCommand.*;
import cn.linli.platform.access.Role;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.notice.Notice;
import cn.linli.platform.notice.Notices;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Parties are told when they are asked for consent, when a session is called or moved, when
 * something they owe is due, and what else the law offers (人民调解法 §17, §20, §26, §31). The message
 * that is owed stands in the state with the very event that calls for it, so none is lost; it waits
 * there until it was sent. A party without a number is told by other means: its message fails with
 * a code that the mediators see.
 */
public final class Telling {

  /** Four messages to each of the most parties a dispute may have. */
  static final int KEPT_MAX = 200;

  private Telling() {}

  public static Notices<NoticeSubject> notices(Dispute dispute) {
    return Objects.requireNonNullElse(dispute.proceedings().notices(), Notices.none());
  }

  /** Adds what an event owes the parties. */
  static Dispute follow(Dispute next, MediationEvent event, Instant at) {
    return switch (event) {
      case DisputeAccepted it ->
          it.consentBy() == null ? next : owe(next, NoticeSubject.CONSENT, 1, asked(next), at);
      case SessionScheduled it -> owe(next, NoticeSubject.SESSION, it.number(), it.parties(), at);
      case SessionRescheduled it -> owe(next, NoticeSubject.SESSION, it.number(), it.parties(), at);
      case PerformanceReminded it ->
          owe(next, NoticeSubject.OBLIGATION, 1, List.of(it.party()), at);
      case RemedyTold it -> owe(next, NoticeSubject.REMEDIES, 1, List.of(it.party()), at);
      case RemediesTold _ ->
          owe(next, NoticeSubject.REMEDIES, 1, next.parties().stream().map(Party::no).toList(), at);
      default -> next;
    };
  }

  private static List<String> asked(Dispute dispute) {
    return dispute.present().stream()
        .filter(it -> it.consent() == Party.Consent.ASKED)
        .map(Party::no)
        .toList();
  }

  /** A newer message about the same takes the place of one that still waits. */
  private static Dispute owe(
      Dispute next, NoticeSubject about, int round, List<String> parties, Instant at) {
    Notices<NoticeSubject> notices =
        notices(next)
            .without(it ->
                it.isWaiting()
                    && it.about() == about
                    && it.round() == round
                    && parties.contains(it.party()));
    for (String party : parties) {
      notices = notices.plus(about, round, party, at, KEPT_MAX);
    }
    return with(next, notices);
  }

  static Dispute after(NoticeEvent event, Dispute now, Instant at) {
    Notices<NoticeSubject> notices = notices(now);
    return with(
        now,
        switch (event) {
          case NoticeSent it -> notices.with(it.notice(), was -> was.sent(it.attempt(), at));
          case NoticeFailed it ->
              notices.with(it.notice(), was -> was.failed(it.attempt(), it.code(), it.nextAt()));
          case NoticeDelivered(var id) -> notices.with(id, it -> it.delivered(at));
          case NoticeRead(var id) -> notices.with(id, it -> it.read(at));
        });
  }

  private static Dispute with(Dispute dispute, Notices<NoticeSubject> notices) {
    return dispute.with(dispute.proceedings().with(notices));
  }

  static Decision<MediationEvent> decide(NoticeCommand command, Dispute dispute, Facts facts) {
    return switch (command) {
      case MarkSent(var id) ->
          notices(dispute)
              .waiting(id)
              .map(it -> one(new NoticeSent(id, it.about(), party(it), it.attempts() + 1)))
              .orElseGet(() -> refuse("notice-not-waiting"));
      case MarkFailed ask ->
          notices(dispute)
              .waiting(ask.notice())
              .map(it -> one(failed(it, ask, facts)))
              .orElseGet(() -> refuse("notice-not-waiting"));
      case MarkDelivered(var id) -> delivered(id, dispute, facts);
      case MarkRead(var id) -> read(id, dispute, facts);
    };
  }

  private static NoticeFailed failed(Notice<NoticeSubject> it, MarkFailed ask, Facts facts) {
    return new NoticeFailed(
        ask.notice(),
        it.about(),
        party(it),
        it.attempts() + 1,
        ask.code(),
        it.retryAt(ask.again(), facts.now()));
  }

  /** Who carries messages for the place, or who mediates and asked. */
  private static Decision<MediationEvent> delivered(String id, Dispute dispute, Facts facts) {
    Actor actor = facts.actor();
    boolean carrier = actor.is(Role.INTEGRATOR) && actor.covers(dispute.filed().division());
    if (!carrier && !actor.handles(dispute)) {
      return refuse("not-found");
    }
    return notices(dispute)
        .find(id)
        .filter(it -> it.sentAt() != null)
        .map(it -> it.deliveredAt() == null ? one(new NoticeDelivered(id)) : already())
        .orElseGet(() -> refuse("not-found"));
  }

  private static Decision<MediationEvent> read(String id, Dispute dispute, Facts facts) {
    return notices(dispute)
        .find(id)
        .filter(it -> it.sentAt() != null)
        .filter(it -> dispute.party(party(it)).filter(facts.actor()::speaksFor).isPresent())
        .map(it -> it.readAt() == null ? one(new NoticeRead(id)) : already())
        .orElseGet(() -> refuse("not-found"));
  }

  private static String party(Notice<NoticeSubject> notice) {
    return Objects.requireNonNull(notice.party(), "a message to nobody");
  }

  private static Decision<MediationEvent> one(MediationEvent event) {
    return accept(event);
  }

  /** Told before: nothing changes. */
  private static Decision<MediationEvent> already() {
    return refuse("already-told");
  }
}
