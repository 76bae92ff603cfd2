package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.NoticeAbout;
import cn.linli.events.petition.NoticeEvent;
import cn.linli.events.petition.NoticeEvent.NoticeDelivered;
import cn.linli.events.petition.NoticeEvent.NoticeFailed;
import cn.linli.events.petition.NoticeEvent.NoticeOwed;
import cn.linli.events.petition.NoticeEvent.NoticeRead;
import cn.linli.events.petition.NoticeEvent.NoticeSent;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Accepted;
import cn.linli.events.petition.PetitionEvent.Extended;
import cn.linli.events.petition.PetitionEvent.Rejected;
import cn.linli.events.petition.PetitionEvent.Resolved;
import cn.linli.events.petition.PetitionEvent.ReturnGranted;
import cn.linli.events.petition.PetitionEvent.Suspended;
import cn.linli.events.petition.ReferralEvent.PetitionReferredToMediation;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.notice.Notice;
import cn.linli.platform.notice.Notices;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who filed with a number is told when the request is taken in hand, put off, suspended, answered
 * or turned away (北京市接诉即办工作条例 §15; project decision for the rest). The message that is owed stands
 * in the state with the very event that calls for it, so none is lost; it waits there until it was
 * sent.
 */
public final class Telling {

  /** More are told by the history. */
  static final int KEPT_MAX = 20;

  private Telling() {}

  public static Notices<NoticeAbout> notices(Petition petition) {
    return Objects.requireNonNullElse(petition.proceedings().notices(), Notices.none());
  }

  /** Adds what an event owes the petitioner. */
  static Petition follow(Petition before, Petition next, PetitionEvent event, Instant at) {
    NoticeAbout about = about(event);
    if (about == null || next.filed().contactRef() == null || !next.isLive()) {
      return next;
    }
    Notices<NoticeAbout> notices = notices(next);
    int round = next.round().number();
    boolean known =
        about == NoticeAbout.ACCEPTANCE
            && (!before.status().isWaiting()
                || notices.latest().stream()
                    .anyMatch(it -> it.about() == about && it.round() == round));
    return known ? next : with(next, owed(notices, about, round, at));
  }

  /** What was to be told of the acceptance is said by the answer as well. */
  private static Notices<NoticeAbout> owed(
      Notices<NoticeAbout> notices, NoticeAbout about, int round, Instant at) {
    return (about == NoticeAbout.ANSWER
            ? notices.without(it -> it.about() == NoticeAbout.ACCEPTANCE && it.isWaiting())
            : notices)
        .plus(about, round, null, at, KEPT_MAX);
  }

  private static @Nullable NoticeAbout about(PetitionEvent event) {
    return switch (event) {
      case Accepted _ -> NoticeAbout.ACCEPTANCE;
      case Extended _ -> NoticeAbout.EXTENSION;
      case PetitionReferredToMediation it -> it.movesDue() ? NoticeAbout.EXTENSION : null;
      case Suspended _ -> NoticeAbout.SUSPENSION;
      case Resolved _ -> NoticeAbout.ANSWER;
      case Rejected _, ReturnGranted _ -> NoticeAbout.RETURN;
      case NoticeOwed owed -> owed.about();
      default -> null;
    };
  }

  static Petition apply(Petition now, NoticeEvent event, Instant at) {
    Notices<NoticeAbout> notices = notices(now);
    return switch (event) {
      case NoticeOwed _ -> now; // added by follow
      case NoticeSent(var id, var about, var attempt) ->
          with(now, notices.with(id, it -> it.sent(attempt, at)));
      case NoticeFailed(var id, var about, var attempt, var code, var nextAt) ->
          with(now, notices.with(id, it -> it.failed(attempt, code, nextAt)));
      case NoticeDelivered(var id) -> with(now, notices.with(id, it -> it.delivered(at)));
      case NoticeRead(var id) -> with(now, notices.with(id, it -> it.read(at)));
    };
  }

  private static Petition with(Petition petition, Notices<NoticeAbout> notices) {
    return petition.with(petition.proceedings().with(notices));
  }

  static Decision<PetitionEvent> decide(NoticeCommand command, Petition petition, Facts facts) {
    return switch (command) {
      case NoticeCommand.OweAnswer _ ->
          petition.status() == Status.MERGED
              ? accept(new NoticeOwed(NoticeAbout.ANSWER))
              : refuse("not-merged");
      case NoticeCommand.MarkSent(var id) ->
          notices(petition)
              .waiting(id)
              .map(it ->
                  Decision.<PetitionEvent>accept(new NoticeSent(id, it.about(), it.attempts() + 1)))
              .orElseGet(() -> refuse("notice-not-waiting"));
      case NoticeCommand.MarkFailed failed ->
          notices(petition)
              .waiting(failed.notice())
              .map(it -> Decision.<PetitionEvent>accept(failed(it, failed, facts)))
              .orElseGet(() -> refuse("notice-not-waiting"));
      case NoticeCommand.MarkDelivered(var id) ->
          notices(petition)
              .find(id)
              .filter(it -> it.sentAt() != null)
              .map(it -> it.deliveredAt() == null ? delivered(id) : already())
              .orElseGet(() -> refuse("not-found"));
      case NoticeCommand.MarkRead(var id) -> read(id, petition, facts);
    };
  }

  private static NoticeFailed failed(
      Notice<NoticeAbout> notice, NoticeCommand.MarkFailed failed, Facts facts) {
    return new NoticeFailed(
        notice.id(),
        notice.about(),
        notice.attempts() + 1,
        failed.code(),
        notice.retryAt(failed.again(), facts.now()));
  }

  private static Decision<PetitionEvent> read(String id, Petition petition, Facts facts) {
    if (!facts.actor().isOwnerOf(petition)) {
      return refuse("not-your-petition");
    }
    return notices(petition)
        .find(id)
        .filter(it -> it.sentAt() != null)
        .map(it ->
            it.readAt() == null
                ? Decision.<PetitionEvent>accept(new NoticeRead(id))
                : Telling.already())
        .orElseGet(() -> refuse("not-found"));
  }

  private static Decision<PetitionEvent> delivered(String id) {
    return accept(new NoticeDelivered(id));
  }

  /** Told before: nothing changes. */
  private static Decision<PetitionEvent> already() {
    return refuse("already-told");
  }
}
