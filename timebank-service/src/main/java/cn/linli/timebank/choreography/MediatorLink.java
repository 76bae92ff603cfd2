package cn.linli.timebank.choreography;

import cn.linli.events.timebank.SessionCreditEvent;
import cn.linli.events.timebank.SessionCreditEvent.MediatorLinked;
import cn.linli.events.timebank.SessionCreditEvent.SessionTimeKept;
import cn.linli.events.timebank.SessionCreditEvent.SessionTimeOwed;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.commit.StreamKind;
import cn.linli.timebank.volunteering.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose passbook a mediator's time belongs on; streams {@code x:mediator:<id on the roster>}.
 *
 * @param kept sessions from before anybody said so, oldest first
 */
record MediatorLink(@Nullable MediatorLinked linked, List<SessionTimeKept> kept) {

  static final String NAME = "x:mediator";

  /** Older ones could not be posted any more by then. */
  private static final int KEPT_MAX = 100;

  MediatorLink {
    kept = List.copyOf(kept);
  }

  static StreamId stream(String mediator) {
    return new StreamId(NAME, mediator);
  }

  /** What is owed as soon as the link is there. */
  List<SessionCreditEvent> linking(MediatorLinked to) {
    var events = new ArrayList<SessionCreditEvent>();
    events.add(to);
    for (SessionTimeKept it : kept) {
      events.add(
          new SessionTimeOwed(
              it.dispute(),
              it.session(),
              it.mediator(),
              to.account(),
              to.division(),
              it.minutes(),
              it.began(),
              it.ended()));
    }
    return events;
  }

  private MediatorLink keeping(SessionTimeKept one) {
    var more = new ArrayList<>(kept);
    more.add(one);
    return new MediatorLink(linked, more.subList(Math.max(0, more.size() - KEPT_MAX), more.size()));
  }

  /** The kind of these streams. */
  static final class Links extends Kind<MediatorLink, SessionCreditEvent> {

    Links() {
      super(NAME, MediatorLink.class, SessionCreditEvent.class, new MediatorLink(null, List.of()));
    }

    @Override
    public MediatorLink evolve(
        MediatorLink state, SessionCreditEvent event, Instant at, String by) {
      return switch (event) {
        case MediatorLinked it -> new MediatorLink(it, List.of());
        case SessionTimeKept it -> state.keeping(it);
        default -> state;
      };
    }

    @Override
    public String division(MediatorLink state) {
      return state.linked() == null ? StreamKind.NOWHERE : state.linked().division();
    }
  }
}
