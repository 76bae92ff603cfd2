package cn.linli.timebank.orders;

import cn.linli.events.timebank.OrderFiling;
import cn.linli.events.timebank.RewardProvider;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.casework.StreamName;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Language;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Page;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.Resource;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.casework.Listing;
import cn.linli.timebank.casework.OrderCases;
import cn.linli.timebank.casework.Providers;
import cn.linli.timebank.domain.orders.Order;
import com.mongodb.client.model.Filters;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Orders, for who placed them and who looks after either community. */
final class OrderShown implements Resource<OrderReply> {

  private static final Pattern ID = Pattern.compile(StreamName.ID);

  private final CaseStates<Order> states;
  private final Payers payers;
  private final Providers providers;

  OrderShown(CaseStates<Order> states, Payers payers, Providers providers) {
    this.states = states;
    this.payers = payers;
    this.providers = providers;
  }

  @Override
  public OrderReply afterCommit(Outcome.Done done, Call<?> call) {
    var state = (Order) Objects.requireNonNull(done.states().get(done.primary()));
    return reply(new Stored<>(done.primary().key(), state, done.version()));
  }

  @Override
  public @Nullable OrderReply asItIsNow(StreamId primary, Caller caller, Language language) {
    return shown(primary, caller);
  }

  @Nullable OrderReply one(Query<NoBody> query) {
    return shown(OrderCases.fromPath(query.path("id")), query.caller());
  }

  private @Nullable OrderReply shown(StreamId stream, Caller caller) {
    return states
        .find(stream)
        .filter(it -> mayRead(caller, it))
        .map(OrderShown::reply)
        .orElse(null);
  }

  private boolean mayRead(Caller caller, Stored<Order> stored) {
    OrderFiling filing = stored.state().filed();
    return payers.mayRead(caller, filing.account(), filing.from(), filing.to())
        || providers.isOf(caller, filing.provider());
  }

  /** Of one account, or of a place that gives; in the order in which they were placed. */
  Page<OrderReply> page(Query<NoBody> query) {
    Bson[] status =
        query.oneOf("status", Order.Status.class).stream()
            .map(it -> Filters.eq(OrderCases.STATUS, it.wire()))
            .toArray(Bson[]::new);
    Page<Stored<Order>> page = Listing.page(query, states, list(query), Order::placedAt, status);
    return new Page<>(page.items().stream().map(OrderShown::reply).toList(), page.next());
  }

  private String list(Query<NoBody> query) {
    Caller caller = query.caller();
    String account = query.text("account").orElse(null);
    if (account != null) {
      if (!AccountCases.isId(account)) {
        throw new ProblemException(Problem.notFound());
      }
      String division = payers.account(account).division();
      if (!payers.mayRead(caller, account, division, division)) {
        throw new ProblemException(Problem.notFound());
      }
      return OrderCases.ofAccount(account);
    }
    RewardProvider provider = query.text("provider").map(OrderShown::provider).orElse(null);
    if (provider != null) {
      if (!providers.isOf(caller, provider)) {
        throw new ProblemException(Problem.notFound());
      }
      return OrderCases.ofProvider(provider);
    }
    DivisionCode division = query.division("division").orElse(caller.scope());
    if (caller.is(Role.RESIDENT, Role.DEPARTMENT_OFFICER)) {
      throw new ProblemException(Problem.of(422, "account-missing"));
    }
    caller.mustCover(division);
    return ListFields.place(OrderCases.KIND, division.value());
  }

  private static RewardProvider provider(String named) {
    for (RewardProvider.Kind kind : RewardProvider.Kind.values()) {
      String prefix = kind.wire() + ":";
      if (named.startsWith(prefix) && ID.matcher(named.substring(prefix.length())).matches()) {
        return new RewardProvider(kind, named.substring(prefix.length()));
      }
    }
    throw new ProblemException(Problem.notFound());
  }

  private static OrderReply reply(Stored<Order> stored) {
    Order it = stored.state();
    OrderFiling filing = it.filed();
    return new OrderReply(
        stored.id(),
        filing.account(),
        filing.reward(),
        filing.kind(),
        filing.to(),
        filing.from(),
        filing.quantity(),
        filing.unit(),
        filing.price(),
        filing.amount(),
        it.status(),
        Objects.requireNonNull(it.placedAt()),
        filing.until(),
        it.endedAt(),
        it.deliveredBy(),
        stored.version());
  }
}
