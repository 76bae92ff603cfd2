package cn.linli.timebank.domain.orders;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.AccountOpened;
import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.OrderEvent;
import cn.linli.events.timebank.OrderEvent.OrderLapsed;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.RewardEvent.RewardOffered;
import cn.linli.events.timebank.RewardFiling;
import cn.linli.events.timebank.RewardKind;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.decide.Refusal;
import cn.linli.timebank.domain.clearing.Pair;
import cn.linli.timebank.domain.orders.OrderRules.Around;
import cn.linli.timebank.domain.rewards.Reward;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Book;
import cn.linli.timebank.ledger.Booking;
import cn.linli.timebank.ledger.Step;
import cn.linli.timebank.ledger.Terms;
import cn.linli.timebank.ledger.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One passbook, one reward, one order, and what they touch. */
final class Scene {

  static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  static final String HERE = "370602003006";
  static final String THERE = "370602003007";
  static final String ACCOUNT = "a".repeat(26);
  static final String VOLUNTEER = "b".repeat(26);
  static final String REWARD = "w".repeat(26);
  static final Terms TERMS = new Terms(90_000, 240, 480, 1, false, null, 0);

  private static final int ORDER_DAYS = 14;

  private final RewardKind kind;
  private final Unit unit;
  private long price = 1;
  private @Nullable Integer stock;
  private @Nullable Integer limit;
  private String place = HERE;
  private @Nullable Long pairLimit;
  private boolean charging;
  private @Nullable Unit paying;
  private @Nullable OrderEvent placed;

  Account account = opened(ACCOUNT);
  Account volunteer = opened(VOLUNTEER);
  Reward reward = Reward.NONE;
  Order order = Order.NONE;
  Quota quota = Quota.NONE;
  Pair pair = Pair.NONE;
  final List<AccountEvent> booked = new ArrayList<>();

  private Scene(RewardKind kind, Unit unit) {
    this.kind = kind;
    this.unit = unit;
  }

  static Scene of(RewardKind kind, Unit unit) {
    return new Scene(kind, unit);
  }

  Scene price(long of) {
    price = of;
    return this;
  }

  Scene stock(int there) {
    stock = there;
    return this;
  }

  Scene limit(@Nullable Integer most) {
    limit = most;
    return this;
  }

  Scene balance(long amount) {
    book(Transaction.of(Step.issue(ACCOUNT, HERE, unit, amount, Reason.GRANT, null)));
    return this;
  }

  /** The reward is another community's. */
  Scene elsewhere() {
    place = THERE;
    return this;
  }

  Scene agreed(long minutes) {
    pairLimit = minutes;
    return this;
  }

  Scene charging(boolean absent) {
    charging = absent;
    return this;
  }

  Scene paying(Unit in) {
    paying = in;
    return this;
  }

  long available() {
    return account.balance(unit).available();
  }

  long balance() {
    return account.balance(unit).posted();
  }

  void place(String id, int quantity) {
    if (!placed(id, quantity)) {
      throw new AssertionError(refused(id, quantity));
    }
  }

  boolean placed(String id, int quantity) {
    return wish(id, quantity) instanceof Plan.Agreed agreed && apply(agreed) == null;
  }

  String refused(String id, int quantity) {
    return code(wish(id, quantity));
  }

  Plan.Agreed act(String id, OrderCommand command) {
    Plan plan = OrderRules.decide(id, command, around());
    if (!(plan instanceof Plan.Agreed agreed)) {
      throw new AssertionError(plan);
    }
    Refusal refusal = apply(agreed);
    if (refusal != null) {
      throw new AssertionError(refusal);
    }
    return agreed;
  }

  String refused(String id, OrderCommand command) {
    return code(OrderRules.decide(id, command, around()));
  }

  void lapse() {
    order = order.evolve(new OrderLapsed(order.filed()), order.filed().until(), "timer");
  }

  @Nullable OrderEvent placed() {
    return placed;
  }

  private String code(Plan plan) {
    return switch (plan) {
      case Plan.Refused(var refusal) -> refusal.code();
      case Plan.Agreed agreed -> {
        Refusal refusal = book(agreed.payment());
        yield refusal == null ? "none" : refusal.code();
      }
    };
  }

  private Plan wish(String id, int quantity) {
    if (!reward.exists()) {
      var filing = new RewardFiling(place, "ref", kind, null, unit, price, stock, limit, null);
      reward = reward.evolve(new RewardOffered(filing), NOW);
    }
    var wish = new Placing.Wish(id, ACCOUNT, HERE, REWARD, quantity, "2026q4", null, paying, NOW);
    var terms = new Placing.Terms(ORDER_DAYS, charging, pairLimit);
    return Placing.decide(wish, around(), terms);
  }

  private Around around() {
    return new Around(order, reward, quota, pair);
  }

  private @Nullable Refusal apply(Plan.Agreed plan) {
    Refusal refusal = book(plan.payment());
    if (refusal == null) {
      placed = placed == null ? plan.order().getFirst() : placed;
      plan.order().forEach(it -> order = order.evolve(it, NOW, "resident"));
      plan.reward().forEach(it -> reward = reward.evolve(it, NOW));
      plan.quota().forEach(it -> quota = quota.evolve(it));
      plan.pair().forEach(it -> pair = pair.evolve(it, NOW));
    }
    return refusal;
  }

  private @Nullable Refusal book(Transaction wish) {
    var accounts = Map.of(ACCOUNT, account, VOLUNTEER, volunteer);
    return switch (Book.apply(wish, accounts, NOW, _ -> TERMS)) {
      case Booking.Refused(var refusal) -> refusal;
      case Booking.Booked(var events) -> {
        for (AccountEvent each : events.getOrDefault(ACCOUNT, List.of())) {
          account = account.evolve(each, NOW);
          booked.add(each);
        }
        for (AccountEvent each : events.getOrDefault(VOLUNTEER, List.of())) {
          volunteer = volunteer.evolve(each, NOW);
        }
        yield null;
      }
    };
  }

  private static Account opened(String id) {
    return Account.NONE.evolve(
        new AccountOpened(id, AccountKind.PERSON, HERE, "ref", null, null, null, null), NOW);
  }
}
