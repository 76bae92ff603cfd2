package cn.linli.platform.commit;

import cn.linli.events.account.AccountEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The state of the tests' own subject. */
public record Account(
    String division,
    long balance,
    long additions,
    @Nullable Instant due,
    int ringsLeft,
    int rung,
    @Nullable String holder,
    @Nullable String padding) {

  public static final Account NONE = new Account("unknown", 0, 0, null, 0, 0, null, null);

  Account evolve(AccountEvent event) {
    return switch (event) {
      case AccountEvent.Opened(var where) ->
          new Account(where, balance, additions, due, ringsLeft, rung, holder, padding);
      case AccountEvent.Added(var amount, var day) ->
          new Account(
              division, balance + amount, additions + 1, due, ringsLeft, rung, holder, padding);
      case AccountEvent.AlarmSet(var at, var rings) ->
          new Account(division, balance, additions, at, rings, rung, holder, padding);
      case AccountEvent.Rang(var left, var next) ->
          new Account(division, balance, additions, next, left, rung + 1, holder, padding);
      case AccountEvent.Claimed(var by) ->
          new Account(division, balance, additions, due, ringsLeft, rung, by, padding);
      case AccountEvent.Padded(var text) ->
          new Account(division, balance, additions, due, ringsLeft, rung, holder, text);
    };
  }
}
