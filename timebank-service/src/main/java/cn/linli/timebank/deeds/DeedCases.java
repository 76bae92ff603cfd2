package cn.linli.timebank.deeds;

import cn.linli.events.timebank.DeedEvent;
import cn.linli.platform.casework.StreamName;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.domain.deeds.Deed;
import cn.linli.timebank.domain.deeds.Deed.Status;
import cn.linli.timebank.domain.deeds.DeedRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Matters of the moral council: streams {@code d:<id>}. */
final class DeedCases extends PlainKind<Deed, DeedEvent> {

  static final String KIND = "d";

  /** Lists of deeds on the notice board; a deduction never is. */
  static final String NOTICES = "d-notice";

  private static final StreamName NAME = StreamName.ofIds(KIND);

  DeedCases() {
    super(KIND, 1, Deed.class, DeedEvent.class, Deed.NONE);
  }

  static StreamId stream(String id) {
    return NAME.stream(id);
  }

  static StreamId fromPath(String id) {
    return NAME.fromPath(id);
  }

  @Override
  public Deed evolve(Deed state, DeedEvent event, Instant at, String by) {
    return state.evolve(event, at);
  }

  @Override
  public @Nullable Instant due(Deed state) {
    return state.due();
  }

  @Override
  public Decision<DeedEvent> fallDue(Deed state, Instant at) {
    return DeedRules.fallDue(state);
  }

  @Override
  public String division(Deed state) {
    return Objects.requireNonNull(state.division());
  }

  @Override
  public void index(Deed state, Document into) {
    if (state.reportedAt() == null) {
      return;
    }
    String division = division(state);
    var lists = new ArrayList<>(ListFields.places(KIND, division));
    lists.add(ListFields.of(KIND, Objects.requireNonNull(state.account())));
    if (!state.isDeduction()
        && (state.status() == Status.NOTICE || state.status() == Status.OBJECTED)) {
      lists.addAll(ListFields.places(NOTICES, division));
    }
    into.append(ListFields.IN, lists).append(ListFields.SINCE, Date.from(state.reportedAt()));
  }
}
