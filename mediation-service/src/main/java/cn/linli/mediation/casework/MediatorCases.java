package cn.linli.mediation.casework;

import cn.linli.events.mediation.MediatorEvent;
import cn.linli.mediation.domain.roster.Mediator;
import cn.linli.mediation.domain.roster.MediatorEvolution;
import cn.linli.platform.casework.StreamName;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.commit.StreamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;

/**
 * Mediators: streams {@code r:<id>}. The id is a keyed hash of who it is, so nobody is on the
 * roster twice.
 */
public final class MediatorCases extends PlainKind<Mediator, MediatorEvent> {

  /** An id of a mediator. */
  public static final String ID = StreamName.ID;

  private static final StreamName NAME = StreamName.ofIds("r");

  public MediatorCases() {
    super(NAME.kind(), 1, Mediator.class, MediatorEvent.class, Mediator.NONE);
  }

  public static StreamId stream(String id) {
    return NAME.stream(id);
  }

  public static StreamId fromPath(String id) {
    return NAME.fromPath(id);
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
