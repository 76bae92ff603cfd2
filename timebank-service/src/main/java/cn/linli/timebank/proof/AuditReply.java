package cn.linli.timebank.proof;

import cn.linli.events.timebank.LedgerEvent.FaultFound;
import cn.linli.events.timebank.LedgerEvent.Totals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    @Nullable UnitReply minutes,
    @Nullable UnitReply points,
    @Nullable Integer brokenChains,
    List<FaultFound> faults,
    @Nullable String root,
    long number) {

  /**
   * @param sum of both sides: zero
   * @param passbooks what all passbooks hold
   * @param system what system accounts hold, by kind
   */
  record UnitReply(long sum, long passbooks, Map<String, Long> system) {
    static UnitReply of(Totals totals) {
      return new UnitReply(totals.sum(), totals.passbooks(), totals.system());
    }
  }

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
        UnitReply.of(it.minutes()),
        UnitReply.of(it.points()),
        it.faulty() == null ? 0 : it.faulty().brokenChains(),
        it.faulty() == null ? List.of() : it.faulty().faults(),
        it.root(),
        seal.number());
  }
}
