package cn.linli.timebank.proof;

import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import cn.linli.timebank.ledger.Chain;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a passbook as it stands in the journal, with what its proof needs and no more.
 *
 * @param version of the passbook's commit that wrote it
 * @param command that wrote it, and the lines it has in other passbooks
 * @param seq number in its unit, from 1
 * @param at instant of the commit
 * @param hash as stored, to be computed anew
 */
record Line(
    String account,
    long version,
    String command,
    Unit unit,
    long seq,
    long amount,
    long balance,
    String counter,
    Instant at,
    @Nullable String ref,
    Reason reason,
    @Nullable String service,
    String hash) {

  /** What its hash has to be, behind a line with that one. */
  String hashAfter(String before) {
    return Chain.next(before, account, seq, unit, amount, counter, at, ref, reason, service);
  }
}
