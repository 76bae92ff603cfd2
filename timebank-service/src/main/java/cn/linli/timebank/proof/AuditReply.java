package cn.linli.timebank.proof;

import cn.linli.events.timebank.LedgerEvent.FaultFound;
import cn.linli.events.timebank.LedgerEvent.Totals;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last verdict on the whole ledger; all null before the first.
 *
 * @param asOf everything booked up to it was read
 * @param at when the verdict was put on record
 * @param lines read
 * @param streams units of passbooks that have a line
 * @param brokenChains passbooks that do not follow
 * @param faults the first of them
 * @param root of the tree over all passbooks; null where something is wrong
 * @param number of the last root
 */
record AuditReply(
    @Nullable Instant asOf,
    @Nullable Instant at,
    @Nullable Long lines,
    @Nullable Long streams,
    @Nullable Totals minutes,
    @Nullable Totals points,
    @Nullable Integer brokenChains,
    List<FaultFound> faults,
    @Nullable String root,
    long number) {

  static AuditReply of(Seal seal) {
    Verdict it = seal.verdict();
    if (it == null) {
      return new AuditReply(null, null, null, null, null, null, null, List.of(), null, 0);
    }
    return new AuditReply(
        it.asOf(),
        it.at(),
        it.lines(),
        it.streams(),
        it.minutes(),
        it.points(),
        it.faulty() == null ? 0 : it.faulty().brokenChains(),
        it.faulty() == null ? List.of() : it.faulty().faults(),
        it.root(),
        seal.number());
  }
}
