package cn.linli.timebank.choreography;

import cn.linli.events.timebank.SessionCreditEvent;
import cn.linli.events.timebank.SessionCreditEvent.SessionTimeOwed;
import cn.linli.platform.commit.StreamId;
import cn.linli.timebank.volunteering.Kind;
import java.time.Instant;

/**
 * Streams {@code x:session:<dispute>-<number>}: what became of the time that mediators gave in one
 * session.
 */
final class SessionLog extends Kind<SessionLog.Told, SessionCreditEvent> {

  private static final String NAME = "x:session";
  private static final String NOWHERE = "unknown";

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
