package cn.linli.timebank.domain.wristbands;

import cn.linli.events.WireName;
import cn.linli.events.timebank.DoubtEvent;
import cn.linli.events.timebank.DoubtEvent.DoubtEnded;
import cn.linli.events.timebank.DoubtEvent.DoubtResolved;
import cn.linli.events.timebank.DoubtEvent.SessionDoubted;
import cn.linli.events.timebank.SessionFlag;
import cn.linli.events.timebank.WristbandEvent.BookedSession;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session that was settled with a flag, until a clerk or later readings clear it.
 *
 * @param what as it stands: what the clerk found, once one has
 * @param status null: it never was doubted
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Doubt(
    @Nullable BookedSession what,
    @Nullable String band,
    @Nullable String account,
    @Nullable String division,
    @Nullable String begins,
    @Nullable Instant since,
    @Nullable Status status,
    @Nullable String reasonRef) {

  public static final Doubt NONE = new Doubt(null, null, null, null, null, null, null, null);

  /** A cap that was reached is no doubt. */
  private static final Set<SessionFlag> DOUBTFUL =
      EnumSet.of(SessionFlag.OPEN, SessionFlag.TWO_PLACES, SessionFlag.OVERLAP);

  /** Where it stands. */
  public enum Status implements WireName {
    OPEN,
    /** A clerk says that it counts. */
    COUNTED,
    /** A clerk says that it does not. */
    VOID,
    /** Later readings cleared it. */
    ENDED
  }

  public static boolean isDoubtful(BookedSession session) {
    return session.flag() != null && DOUBTFUL.contains(session.flag());
  }

  public boolean isOpen() {
    return status == Status.OPEN;
  }

  public Doubt evolve(DoubtEvent event, Instant at) {
    return switch (event) {
      case SessionDoubted(var session, var of, var holder, var place, var root) ->
          new Doubt(session, of, holder, place, root, at, Status.OPEN, null);
      case DoubtEnded _ ->
          new Doubt(what, band, account, division, begins, since, Status.ENDED, null);
      case DoubtResolved it ->
          new Doubt(
              what == null
                  ? null
                  : new BookedSession(
                      it.session(),
                      what.day(),
                      what.service(),
                      it.minutes(),
                      it.credited(),
                      it.entry(),
                      what.flag()),
              band,
              account,
              division,
              begins,
              since,
              it.counts() ? Status.COUNTED : Status.VOID,
              it.reasonRef());
    };
  }
}
