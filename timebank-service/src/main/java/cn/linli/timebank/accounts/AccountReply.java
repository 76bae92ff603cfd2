package cn.linli.timebank.accounts;

import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.FreezeCause;
import cn.linli.events.timebank.RelationKind;
import cn.linli.platform.web.Versioned;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Balance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One passbook.
 *
 * @param holder masked for all but the holder; null for a pool
 * @param at of which instant the balances are; null: now
 * @param joining the passbook it is to be joined into, once somebody else confirms; null: none
 * @param frozen why nothing moves
 */
record AccountReply(
    String id,
    AccountKind kind,
    String division,
    Account.Status status,
    @Nullable String holder,
    @Nullable String guardian,
    @Nullable Integer adultFrom,
    Stand minutes,
    Stand points,
    List<Relation> relations,
    boolean insured,
    boolean trained,
    @Nullable FreezeCause frozen,
    @Nullable String joining,
    Instant openedAt,
    @Nullable Instant at,
    long version)
    implements Versioned {

  /** In one unit; available = posted − held. */
  record Stand(long posted, long held, long available) {

    static Stand of(Balance balance) {
      return new Stand(balance.posted(), balance.held(), balance.available());
    }
  }

  record Relation(String account, RelationKind kind) {}
}
