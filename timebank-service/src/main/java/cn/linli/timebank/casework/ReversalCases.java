package cn.linli.timebank.casework;

import cn.linli.events.timebank.ReversalEvent;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.commit.StreamId;
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
public final class ReversalCases extends PlainKind<Reversal, ReversalEvent> {

  public static final String KIND = "r";

  /** Lists of what waits for a second person, by the community that confirms. */
  public static final String TO_CONFIRM = "r-confirm";

  public ReversalCases() {
    super(KIND, 2, Reversal.class, ReversalEvent.class, Reversal.NONE);
  }

  public static StreamId stream(Entry entry) {
    return new StreamId(KIND, entry.id());
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
    var lists = new ArrayList<>(ListFields.places(KIND, state.division()));
    if (state.giver() != null) {
      ListFields.places(KIND, state.giver()).stream()
          .filter(list -> !lists.contains(list))
          .forEach(lists::add);
    }
    if (state.isPending()) {
      lists.addAll(ListFields.places(TO_CONFIRM, state.confirms()));
    }
    into.append(ListFields.IN, lists)
        .append(ListFields.SINCE, Date.from(Objects.requireNonNull(state.proposedAt())));
  }
}
