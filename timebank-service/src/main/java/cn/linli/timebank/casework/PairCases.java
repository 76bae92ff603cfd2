package cn.linli.timebank.casework;

import cn.linli.events.timebank.ClearingEvent;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.commit.StreamId;
import cn.linli.timebank.domain.clearing.Pair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;

/** What two communities owe each other: streams {@code c:<code>-<code>}, codes ascending. */
public final class PairCases extends PlainKind<Pair, ClearingEvent> {

  public static final String KIND = "c";

  public PairCases() {
    super(KIND, 1, Pair.class, ClearingEvent.class, Pair.NONE);
  }

  public static StreamId stream(String one, String other) {
    boolean ascending = one.compareTo(other) < 0;
    return new StreamId(KIND, ascending ? one + "-" + other : other + "-" + one);
  }

  @Override
  public Pair evolve(Pair state, ClearingEvent event, Instant at, String by) {
    return state.evolve(event, at);
  }

  /** The nearest division that both lie in; of two provinces, the one with the lower code. */
  @Override
  public String division(Pair state) {
    return state.around();
  }

  @Override
  public void index(Pair state, Document into) {
    List<String> lists =
        Stream.of(state.low(), state.high())
            .flatMap(it -> ListFields.places(KIND, it).stream())
            .distinct()
            .toList();
    into.append(ListFields.IN, new ArrayList<>(lists))
        .append(ListFields.SINCE, Date.from(Objects.requireNonNull(state.since())));
  }
}
