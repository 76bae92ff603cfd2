package cn.linli.timebank.units;

import cn.linli.events.timebank.UnitEvent;
import cn.linli.platform.commit.StreamId;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.domain.units.Unit;
import cn.linli.timebank.volunteering.Kind;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;

/** Units: streams {@code u:<id>}. */
public final class UnitCases extends Kind<Unit, UnitEvent> {

  public static final String NAME = "u";

  UnitCases() {
    super(NAME, Unit.class, UnitEvent.class, Unit.NONE);
  }

  static StreamId stream(String id) {
    return new StreamId(NAME, id);
  }

  @Override
  public Unit evolve(Unit state, UnitEvent event, Instant at, String by) {
    return Unit.evolve(state, event, at, by);
  }

  @Override
  public String division(Unit state) {
    return state.what().community();
  }

  @Override
  public void index(Unit state, Document into) {
    into.append(ListFields.IN, ListFields.places(NAME, state.what().community()))
        .append(ListFields.SINCE, Date.from(Objects.requireNonNull(state.since())));
  }
}
