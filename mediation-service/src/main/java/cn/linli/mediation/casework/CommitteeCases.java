package cn.linli.mediation.casework;

import cn.linli.events.mediation.CommitteeEvent;
import cn.linli.events.mediation.CommitteeKind;
import cn.linli.mediation.domain.roster.Committee;
import cn.linli.mediation.domain.roster.CommitteeEvolution;
import cn.linli.mediation.domain.roster.CommitteeRules;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.commit.StreamKind;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Bodies that mediate: streams {@code k:<id>}. The one committee of a division has the division's
 * code as its id, so there is never a second one; other bodies have ids of their own.
 */
public final class CommitteeCases implements StreamKind<Committee, CommitteeEvent> {

  /** An id of a body. */
  public static final String ID = "[0-9a-z]{26}|[0-9]{6}|[0-9]{9}|[0-9]{12}";

  private static final String KIND = "k";
  private static final Pattern OWN_ID = Pattern.compile("[0-9a-z]{26}");
  private static final Pattern ID_PATTERN = Pattern.compile(ID);

  public static StreamId stream(String id) {
    return new StreamId(KIND, id);
  }

  /** From a path: what can't be an id is not there. */
  public static StreamId fromPath(String id) {
    if (!ID_PATTERN.matcher(id).matches()) {
      throw new ProblemException(Problem.notFound());
    }
    return stream(id);
  }

  /** An id that is no division's code. */
  static boolean isOwnId(String text) {
    return OWN_ID.matcher(text).matches();
  }

  /**
   * @param derived for what is not the one committee of a division
   */
  public static StreamId stream(CommitteeKind kind, String division, String derived) {
    return stream(kind == CommitteeKind.COMMITTEE ? division : derived);
  }

  @Override
  public String name() {
    return KIND;
  }

  @Override
  public int schema() {
    return 1;
  }

  @Override
  public Class<Committee> stateType() {
    return Committee.class;
  }

  @Override
  public Class<CommitteeEvent> eventType() {
    return CommitteeEvent.class;
  }

  @Override
  public Committee initial() {
    return Committee.NONE;
  }

  @Override
  public Committee evolve(Committee state, CommitteeEvent event, Instant at, String by) {
    return CommitteeEvolution.evolve(state, event, at);
  }

  @Override
  public @Nullable Instant due(Committee state) {
    return state.due();
  }

  @Override
  public Decision<CommitteeEvent> fallDue(Committee state, Instant at) {
    return CommitteeRules.fallDue(state);
  }

  @Override
  public String division(Committee state) {
    return state.filed().division();
  }

  @Override
  public void index(Committee state, Document into) {
    into.append(
            RosterFields.PLACES,
            RosterFields.around(state.filed().division()).map(RosterFields::bodies).toList())
        .append(RosterFields.SINCE, Date.from(Objects.requireNonNull(state.registeredAt())));
  }
}
