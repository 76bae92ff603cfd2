package cn.linli.timebank.accounts;

import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a passbook, with all that its hash is computed from.
 *
 * @param seq number of the line in its unit
 * @param hash SHA-256 over (hash before, account, seq, unit, amount, counter, at, ref, reason,
 *     service)
 */
record EntryReply(
    String id,
    long seq,
    Unit unit,
    long amount,
    long balance,
    long held,
    String counter,
    Reason reason,
    @Nullable String ref,
    @Nullable String service,
    @Nullable LocalDate expires,
    Instant at,
    String hash) {

  static EntryReply of(Posted it, long seq, Instant at) {
    return new EntryReply(
        it.entry(),
        seq,
        it.unit(),
        it.amount(),
        it.balance(),
        it.held(),
        it.counter(),
        it.reason(),
        it.ref(),
        it.service(),
        it.expires(),
        at,
        it.hash());
  }
}
