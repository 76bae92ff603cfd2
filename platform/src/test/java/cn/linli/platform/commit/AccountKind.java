package cn.linli.platform.commit;

import cn.linli.events.account.AccountEvent;
import cn.linli.events.account.AccountEvent.Rang;
import cn.linli.platform.decide.Decision;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** {@code account:<key>} and, with another name, claims like {@code x:name:<key>}. */
public class AccountKind implements StreamKind<Account, AccountEvent> {

  public static final Duration BETWEEN_RINGS = Duration.ofHours(1);

  private final String name;
  private final int schema;

  public AccountKind() {
    this("account", 1);
  }

  public AccountKind(String name, int schema) {
    this.name = name;
    this.schema = schema;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int schema() {
    return schema;
  }

  @Override
  public Class<Account> stateType() {
    return Account.class;
  }

  @Override
  public Class<AccountEvent> eventType() {
    return AccountEvent.class;
  }

  @Override
  public Account initial() {
    return Account.NONE;
  }

  @Override
  public Account evolve(Account state, AccountEvent event, Instant at, String by) {
    return state.evolve(event);
  }

  @Override
  public @Nullable Instant due(Account state) {
    return state.due();
  }

  @Override
  public Decision<AccountEvent> fallDue(Account state, Instant at) {
    int left = state.ringsLeft() - 1;
    return Decision.accept(new Rang(left, left > 0 ? state.due().plus(BETWEEN_RINGS) : null));
  }

  @Override
  public String division(Account state) {
    return state.division();
  }

  @Override
  public void index(Account state, Document into) {
    into.append("street", state.division())
        .append("rung", state.rung())
        .append("balance", state.balance());
  }
}
