package cn.linli.timebank.wristbands;

import cn.linli.events.timebank.DoubtEvent;
import cn.linli.platform.casework.StreamName;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.commit.StreamId;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.domain.wristbands.Doubt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;

/** Sessions that only a person can judge: streams {@code g:<session>}. */
final class DoubtCases extends PlainKind<Doubt, DoubtEvent> {

  static final String KIND = "g";

  /** Its flag, for lists. */
  static final String FLAG = "fl";

  private static final StreamName NAME = StreamName.ofIds(KIND);

  DoubtCases() {
    super(KIND, 1, Doubt.class, DoubtEvent.class, Doubt.NONE);
  }

  static StreamId stream(String session) {
    return NAME.stream(session);
  }

  static StreamId fromPath(String session) {
    return NAME.fromPath(session);
  }

  @Override
  public Doubt evolve(Doubt state, DoubtEvent event, Instant at, String by) {
    return state.evolve(event, at);
  }

  @Override
  public String division(Doubt state) {
    return Objects.requireNonNull(state.division());
  }

  /** Only what waits for somebody stands on a list. */
  @Override
  public void index(Doubt state, Document into) {
    if (state.isOpen() && state.what() != null && state.what().flag() != null) {
      into.append(ListFields.IN, new ArrayList<>(ListFields.places(KIND, division(state))))
          .append(ListFields.SINCE, Date.from(Objects.requireNonNull(state.since())))
          .append(FLAG, state.what().flag().wire());
    }
  }
}
