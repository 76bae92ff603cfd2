package cn.linli.timebank.casework;

import cn.linli.events.timebank.ReversalEvent;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.commit.StreamKind;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.ledger.Entry;
import cn.linli.timebank.ledger.Reversal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Lines that are taken back: streams {@code r:<entry>}. */
public final class ReversalCases implements StreamKind<Reversal, ReversalEvent> {

  public static final String KIND = "r";

  public static StreamId stream(Entry entry) {
    return new StreamId(KIND, entry.id());
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
  public Class<Reversal> stateType() {
    return Reversal.class;
  }

  @Override
  public Class<ReversalEvent> eventType() {
    return ReversalEvent.class;
  }

  @Override
  public Reversal initial() {
    return Reversal.NONE;
  }

  @Override
  public Reversal evolve(Reversal state, ReversalEvent event, Instant at, String by) {
    return state.evolve(event, at);
  }

  @Override
  public @Nullable Instant due(Reversal state) {
    return state.due();
  }

  @Override
  public Decision<ReversalEvent> fallDue(Reversal state, Instant at) {
    return state.fallDue();
  }

  @Override
  public String division(Reversal state) {
    return state.division();
  }

  @Override
  public void index(Reversal state, Document into) {
    into.append(ListFields.IN, new ArrayList<>(ListFields.places(KIND, state.division())))
        .append(ListFields.SINCE, Date.from(Objects.requireNonNull(state.proposedAt())));
  }
}
