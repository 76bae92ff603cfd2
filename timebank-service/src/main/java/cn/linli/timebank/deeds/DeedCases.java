package cn.linli.timebank.deeds;

import cn.linli.events.timebank.DeedEvent;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.commit.StreamKind;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.domain.deeds.Deed;
import cn.linli.timebank.domain.deeds.Deed.Status;
import cn.linli.timebank.domain.deeds.DeedRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Matters of the moral council: streams {@code d:<id>}. */
final class DeedCases implements StreamKind<Deed, DeedEvent> {

  static final String KIND = "d";

  /** Lists of deeds on the notice board; a deduction never is. */
  static final String NOTICES = "d-notice";

  private static final Pattern ID = Pattern.compile("[0-9a-z]{26}");

  static StreamId stream(String id) {
    return new StreamId(KIND, id);
  }

  /** From a path: what can't be an id is not there. */
  static StreamId fromPath(String id) {
    if (!ID.matcher(id).matches()) {
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
  public Class<Deed> stateType() {
    return Deed.class;
  }

  @Override
  public Class<DeedEvent> eventType() {
    return DeedEvent.class;
  }

  @Override
  public Deed initial() {
    return Deed.NONE;
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
