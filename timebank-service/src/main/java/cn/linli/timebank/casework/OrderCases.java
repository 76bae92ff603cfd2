package cn.linli.timebank.casework;

import cn.linli.events.timebank.OrderEvent;
import cn.linli.events.timebank.OrderFiling;
import cn.linli.events.timebank.RewardProvider;
import cn.linli.platform.casework.StreamName;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.domain.orders.Order;
import cn.linli.timebank.domain.orders.OrderRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Orders: streams {@code o:<id>}. */
public final class OrderCases extends PlainKind<Order, OrderEvent> {

  public static final String KIND = "o";

  /** What lists are narrowed by. */
  public static final String STATUS = "os";

  private static final StreamName NAME = StreamName.ofIds(KIND);

  public OrderCases() {
    super(KIND, 1, Order.class, OrderEvent.class, Order.NONE);
  }

  public static StreamId stream(String id) {
    return NAME.stream(id);
  }

  public static StreamId fromPath(String id) {
    return NAME.fromPath(id);
  }

  /** Orders of one account. */
  public static String ofAccount(String account) {
    return ListFields.of(KIND, account);
  }

  /** Orders that one provider's people may fulfil. */
  public static String ofProvider(RewardProvider provider) {
    return ListFields.of(KIND, provider.kind().wire() + ":" + provider.id());
  }

  @Override
  public Order evolve(Order state, OrderEvent event, Instant at, String by) {
    return state.evolve(event, at, by);
  }

  @Override
  public @Nullable Instant due(Order state) {
    return state.due();
  }

  @Override
  public Decision<OrderEvent> fallDue(Order state, Instant at) {
    return OrderRules.fallDue(state);
  }

  /** An order counts where it is fulfilled. */
  @Override
  public String division(Order state) {
    return state.filed().to();
  }

  @Override
  public void index(Order state, Document into) {
    OrderFiling filing = state.filed();
    var lists = new ArrayList<>(ListFields.places(KIND, filing.to()));
    lists.add(ofAccount(filing.account()));
    if (filing.provider() != null) {
      lists.add(ofProvider(filing.provider()));
    }
    into.append(ListFields.IN, lists)
        .append(ListFields.SINCE, Date.from(Objects.requireNonNull(state.placedAt())))
        .append(STATUS, state.status().wire());
  }
}
