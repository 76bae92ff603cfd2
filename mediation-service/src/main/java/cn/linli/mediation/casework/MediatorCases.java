package cn.linli.mediation.casework;

import cn.linli.events.mediation.MediatorEvent;
import cn.linli.mediation.domain.roster.Mediator;
import cn.linli.mediation.domain.roster.MediatorEvolution;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.commit.StreamKind;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bson.Document;

/**
 * Mediators: streams {@code r:<id>}. The id is a keyed hash of who it is, so nobody is on the
 * roster twice.
 */
public final class MediatorCases implements StreamKind<Mediator, MediatorEvent> {

  /** An id of a mediator. */
  public static final String ID = "[0-9a-z]{26}";

  private static final String KIND = "r";
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

  @Override
  public String name() {
    return KIND;
  }

  @Override
  public int schema() {
    return 1;
  }

  @Override
  public Class<Mediator> stateType() {
    return Mediator.class;
  }

  @Override
  public Class<MediatorEvent> eventType() {
    return MediatorEvent.class;
  }

  @Override
  public Mediator initial() {
    return Mediator.NONE;
  }

  @Override
  public Mediator evolve(Mediator state, MediatorEvent event, Instant at, String by) {
    return MediatorEvolution.evolve(state, event, at);
  }

  @Override
  public String division(Mediator state) {
    return state.home();
  }

  @Override
  public void index(Mediator state, Document into) {
    var places = new ArrayList<String>();
    List<String> divisions = state.profile().divisions();
    RosterFields.around(divisions).map(RosterFields::mediators).forEach(places::add);
    places.add(RosterFields.working(state.filed().committee()));
    state.bodies().stream().map(RosterFields::working).forEach(places::add);
    if (state.isActive()) {
      divisions.stream().map(RosterFields::serving).forEach(places::add);
    }
    into.append(RosterFields.PLACES, List.copyOf(places))
        .append(RosterFields.SINCE, Date.from(Objects.requireNonNull(state.registeredAt())));
  }
}
