package cn.linli.timebank.choreography;

import cn.linli.events.Recorded;
import cn.linli.events.mediation.HearingEvent.Attended;
import cn.linli.events.mediation.HearingEvent.SessionHeld;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.timebank.SessionCreditEvent;
import cn.linli.events.timebank.SessionCreditEvent.MediatorLinked;
import cn.linli.events.timebank.SessionCreditEvent.SessionTimeKept;
import cn.linli.events.timebank.SessionCreditEvent.SessionTimeOwed;
import cn.linli.events.timebank.SessionCreditEvent.SessionTimePassedOver;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.Command.Streams;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.reaction.Effect;
import cn.linli.platform.reaction.Reaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A session of a mediation took place: unpaid mediators who were there are owed their minutes,
 * whatever came of it (domain rules §0.8). What is owed is posted by {@link PostSessions}, one
 * passbook at a time.
 */
final class OweSessions implements Reaction<MediationEvent> {

  /** The first day sessions were credited. */
  private static final Instant SINCE = Instant.parse("2026-11-22T00:00:00Z");

  /** Where nobody in particular is meant. */
  private static final String NOBODY = "none";

  private static final String NO_ACCOUNT = "no-account";

  @Override
  public String policy() {
    return "owe-sessions";
  }

  @Override
  public Instant appliesSince() {
    return SINCE;
  }

  @Override
  public Optional<Effect> react(Recorded<MediationEvent> event) {
    return event.event() instanceof SessionHeld held && !held.mediators().isEmpty()
        ? Optional.of(effect(dispute(event), held))
        : Optional.empty();
  }

  private static Effect effect(String dispute, SessionHeld held) {
    StreamId log = SessionLog.stream(dispute, held.number());
    var all = new ArrayList<StreamId>();
    all.add(log);
    held.mediators().stream()
        .map(it -> MediatorLink.stream(it.mediator()))
        .distinct()
        .forEach(all::add);
    return new Effect(
        all, List.of(), streams -> new Verdict.Accept(changes(log, dispute, held, streams)));
  }

  /** What becomes of everybody's time, and what is kept for later. */
  private static List<Change> changes(
      StreamId log, String dispute, SessionHeld held, Streams streams) {
    var changes = new ArrayList<Change>();
    changes.add(
        new Change(
            log, held.mediators().stream().map(it -> told(dispute, held, it, streams)).toList()));
    for (Attended there : held.mediators()) {
      if (told(dispute, held, there, streams) instanceof SessionTimePassedOver passed
          && passed.code().equals(NO_ACCOUNT)
          && held.began() != null) {
        changes.add(
            new Change(
                MediatorLink.stream(there.mediator()),
                List.of(
                    new SessionTimeKept(
                        dispute,
                        held.number(),
                        there.mediator(),
                        there.minutes(),
                        held.began(),
                        end(held.began(), there)))));
      }
    }
    return changes;
  }

  private static Instant end(Instant began, Attended there) {
    return began.plus(Duration.ofMinutes(there.minutes()));
  }

  private static SessionCreditEvent told(
      String dispute, SessionHeld held, Attended there, Streams streams) {
    if (there.paid()) {
      return passed(dispute, held, there, "paid");
    }
    if (there.minutes() == 0 || held.began() == null || held.ended() == null) {
      return passed(dispute, held, there, "no-minutes");
    }
    MediatorLinked link =
        streams.state(MediatorLink.stream(there.mediator()), MediatorLink.class).linked();
    return link == null
        ? passed(dispute, held, there, NO_ACCOUNT)
        : new SessionTimeOwed(
            dispute,
            held.number(),
            there.mediator(),
            link.account(),
            link.division(),
            there.minutes(),
            held.began(),
            end(held.began(), there));
  }

  private static SessionCreditEvent passed(
      String dispute, SessionHeld held, Attended there, String code) {
    return new SessionTimePassedOver(dispute, held.number(), there.mediator(), code);
  }

  @Override
  public Effect decline(Recorded<MediationEvent> event, Refusal why) {
    var held = (SessionHeld) event.event();
    return SessionLog.declined(dispute(event), held.number(), NOBODY, why.code());
  }

  private static String dispute(Recorded<MediationEvent> event) {
    return StreamId.parse(event.stream()).key();
  }
}
