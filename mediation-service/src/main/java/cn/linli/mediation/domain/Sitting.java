package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.HearingEvent.*;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.mediation.domain.HearingCommand.*;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sessions: called with notice to every party and mediator, put off, written down. A record may be
 * made of a session that was called on the spot (人民调解法 §21, 及时、就地).
 */
final class Sitting {

  /** Nobody mediates longer at a stretch; more is a slip of the pen. */
  static final Duration LENGTH_MAX = Duration.ofHours(12);

  static final int LISTENERS_MAX = 1_000;

  private Sitting() {}

  static Decision<MediationEvent> schedule(Schedule ask, Dispute dispute) {
    int number = Hearing.of(dispute).sessions().size() + 1;
    if (number > Hearings.SESSIONS_MAX) {
      return refuse("too-many-sessions", "limit", Hearings.SESSIONS_MAX);
    }
    return isTooEarly(ask.at(), dispute)
        ? refuse("session-before-acceptance")
        : accept(
            new SessionScheduled(
                number, ask.at(), ask.venueRef(), ask.open(), parties(dispute), Bar.of(dispute)));
  }

  static Decision<MediationEvent> reschedule(Reschedule ask, Dispute dispute) {
    Session session = Hearing.of(dispute).session(ask.session()).orElse(null);
    Optional<Refusal> gone = gone(session);
    if (session == null || gone.isPresent()) {
      return refuse(gone.orElseThrow());
    }
    if (session.moves() >= Session.MOVES_MAX) {
      return refuse("moved-too-often", "limit", Session.MOVES_MAX);
    }
    return isTooEarly(ask.at(), dispute)
        ? refuse("session-before-acceptance")
        : accept(
            new SessionRescheduled(
                session.number(),
                session.at(),
                ask.at(),
                Objects.requireNonNullElse(ask.venueRef(), session.venueRef()),
                Objects.requireNonNullElse(ask.open(), session.open()),
                ask.reasonRef(),
                parties(dispute),
                Bar.of(dispute)));
  }

  private static boolean isTooEarly(Instant at, Dispute dispute) {
    Instant accepted = dispute.conducted().acceptedAt();
    return accepted != null && at.isBefore(accepted);
  }

  static Decision<MediationEvent> notice(int number, String who, Dispute dispute) {
    Session session = Hearing.of(dispute).session(number).orElse(null);
    Optional<Refusal> gone = gone(session);
    if (session == null || gone.isPresent()) {
      return refuse(gone.orElseThrow());
    }
    if (!session.calls(who)) {
      return refuse("not-invited");
    }
    return session.knows(who)
        ? refuse("already-answered")
        : accept(new SessionNoticed(number, who));
  }

  private static Optional<Refusal> gone(@Nullable Session session) {
    if (session == null) {
      return Optional.of(Refusal.of("unknown-session"));
    }
    return session.isHeld() ? Optional.of(Refusal.of("session-held")) : Optional.empty();
  }

  static Decision<MediationEvent> record(RecordSession ask, Dispute dispute, Facts facts) {
    Hearings hearings = Hearing.of(dispute);
    Session session = hearings.session(ask.session()).orElse(null);
    Optional<Refusal> wrong =
        gone(session)
            .or(() -> times(ask, facts))
            .or(() -> attendance(ask, dispute))
            .or(() -> others(ask, Objects.requireNonNull(session), dispute));
    if (session == null || wrong.isPresent()) {
      return refuse(wrong.orElseThrow());
    }
    Set<String> there = new HashSet<>();
    ask.parties().forEach(it -> there.add(it.party()));
    return accept(
        new SessionHeld(
            session.number(),
            hearings.held() == 0,
            session.open(),
            ask.began(),
            ask.ended(),
            numbers(ask, false),
            numbers(ask, true),
            parties(dispute).stream().filter(no -> !there.contains(no)).toList(),
            ask.mediators().stream().map(it -> attended(it, ask, dispute)).toList(),
            ask.helpers(),
            ask.listeners(),
            ask.courseRef(),
            ask.resultRef()));
  }

  private static Optional<Refusal> times(RecordSession ask, Facts facts) {
    if (ask.began() == null && ask.ended() == null) {
      return Optional.empty();
    }
    if (ask.began() == null || ask.ended() == null || ask.ended().isBefore(ask.began())) {
      return no("session-ends-before-it-begins");
    }
    if (ask.ended().isAfter(facts.now())) {
      return no("session-not-over");
    }
    return Duration.between(ask.began(), ask.ended()).compareTo(LENGTH_MAX) > 0
        ? no("session-too-long")
        : Optional.empty();
  }

  private static Optional<Refusal> attendance(RecordSession ask, Dispute dispute) {
    var once = new HashSet<String>();
    for (PartyThere it : ask.parties()) {
      if (!dispute.isPresent(it.party())) {
        return no(dispute.party(it.party()).isPresent() ? "party-left" : "unknown-party");
      }
      if (!once.add(it.party())) {
        return no("named-twice");
      }
    }
    if (once.isEmpty()) {
      return no("nobody-came");
    }
    for (MediatorThere it : ask.mediators()) {
      if (!Bar.isOn(dispute, it.mediator())) {
        return no("not-on-the-panel");
      }
      if (!once.add(it.mediator())) {
        return no("named-twice");
      }
      if (it.minutes() != null && it.minutes() > minutes(ask)) {
        return no("longer-than-the-session");
      }
    }
    return ask.mediators().isEmpty() && !Bar.of(dispute).isEmpty()
        ? no("no-mediator-came")
        : Optional.empty();
  }

  private static Optional<Refusal> others(RecordSession ask, Session session, Dispute dispute) {
    if (ask.listeners() > 0 && !session.open()) {
      return no("session-closed");
    }
    for (int number : ask.helpers()) {
      Helper helper = Hearing.of(dispute).helper(number).orElse(null);
      if (helper == null) {
        return no("unknown-helper");
      }
      if (!helper.isAgreedBy(parties(dispute))) {
        return no("helper-without-consent");
      }
    }
    return Optional.empty();
  }

  private static Attended attended(MediatorThere it, RecordSession ask, Dispute dispute) {
    return new Attended(
        it.mediator(),
        Objects.requireNonNullElse(it.minutes(), minutes(ask)),
        Bar.isPaid(dispute, it.mediator()));
  }

  /** Whole minutes; none where nobody said when it began and ended. */
  private static int minutes(RecordSession ask) {
    return ask.began() == null || ask.ended() == null
        ? 0
        : (int) Duration.between(ask.began(), ask.ended()).toMinutes();
  }

  private static List<String> numbers(RecordSession ask, boolean represented) {
    return ask.parties().stream()
        .filter(it -> it.representative() == represented)
        .map(PartyThere::party)
        .toList();
  }

  static List<String> parties(Dispute dispute) {
    return dispute.present().stream().map(Party::no).toList();
  }

  private static Optional<Refusal> no(String code) {
    return Optional.of(Refusal.of(code));
  }
}
