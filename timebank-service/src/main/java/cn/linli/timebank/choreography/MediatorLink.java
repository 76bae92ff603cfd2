package cn.linli.timebank.choreography;

import cn.linli.events.timebank.SessionCreditEvent;
import cn.linli.events.timebank.SessionCreditEvent.MediatorLinked;
import cn.linli.platform.commit.StreamId;
import cn.linli.timebank.volunteering.Kind;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whose passbook a mediator's time belongs on; streams {@code x:mediator:<id on the roster>}. */
record MediatorLink(@Nullable MediatorLinked linked) {

  static final String NAME = "x:mediator";

  static StreamId stream(String mediator) {
    return new StreamId(NAME, mediator);
  }

  /** The kind of these streams. */
  static final class Links extends Kind<MediatorLink, SessionCreditEvent> {

    Links() {
      super(NAME, MediatorLink.class, SessionCreditEvent.class, new MediatorLink(null));
    }

    @Override
    public MediatorLink evolve(
        MediatorLink state, SessionCreditEvent event, Instant at, String by) {
      return event instanceof MediatorLinked it ? new MediatorLink(it) : state;
    }

    @Override
    public String division(MediatorLink state) {
      return Objects.requireNonNull(state.linked()).division();
    }
  }
}
