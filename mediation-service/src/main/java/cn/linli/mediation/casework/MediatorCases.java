package cn.linli.mediation.casework;

import cn.linli.events.mediation.MediatorEvent;
import cn.linli.mediation.domain.roster.Mediator;
import cn.linli.mediation.domain.roster.MediatorEvolution;
import cn.linli.platform.casework.StreamName;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.KeyedHash;
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
  private static final String OWNER = "mediator";

  public MediatorCases() {
    super(NAME.kind(), 1, Mediator.class, MediatorEvent.class, Mediator.NONE);
  }

  public static StreamId stream(String id) {
    return NAME.stream(id);
  }

  /**
   * The id of who acts with an account, or has a phone where there is none.
   *
   * @param mark keyed hash of the account or of the phone
   */
  public static String idOf(KeyedHash hash, String mark) {
    return hash.of(OWNER, mark);
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
