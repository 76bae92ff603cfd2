package cn.linli.timebank.choreography;

import cn.linli.events.timebank.SessionCreditEvent;
import cn.linli.events.timebank.SessionCreditEvent.SessionTimeDeclined;
import cn.linli.events.timebank.SessionCreditEvent.SessionTimeOwed;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.reaction.Effect;
import cn.linli.timebank.volunteering.Kind;
import java.time.Instant;

/**
 * Streams {@code x:session:<dispute>-<number>}: what became of the time that mediators gave in one
 * session.
 */
final class SessionLog extends Kind<SessionLog.Told, SessionCreditEvent> {

  private static final String NAME = "x:session";

  /**
   * @param events how many
   * @param division of whose time was owed first
   */
  record Told(int events, String division) {}

  SessionLog() {
    super(NAME, Told.class, SessionCreditEvent.class, new Told(0, NOWHERE));
  }

  static StreamId stream(String dispute, int session) {
    return new StreamId(NAME, dispute + "-" + session);
  }

  /** Notes that a mediator's time is not credited, and does nothing else. */
  static Effect declined(String dispute, int session, String mediator, String code) {
    StreamId log = stream(dispute, session);
    return Effect.on(
        log,
        Command.<Told, SessionCreditEvent>single(
            log,
            Told.class,
            (_, _) -> Decision.accept(new SessionTimeDeclined(dispute, session, mediator, code))));
  }

  @Override
  public Told evolve(Told state, SessionCreditEvent event, Instant at, String by) {
    String division =
        event instanceof SessionTimeOwed owed && state.division().equals(NOWHERE)
            ? owed.division()
            : state.division();
    return new Told(state.events() + 1, division);
  }

  @Override
  public String division(Told state) {
    return state.division();
  }
}
