package cn.linli.timebank.proof;

import cn.linli.events.timebank.LedgerEvent.FaultFound;
import cn.linli.events.timebank.LedgerEvent.Totals;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an audit said.
 *
 * @param asOf everything up to it was read, nothing later
 * @param at when it was put on record
 * @param streams units of passbooks with a line
 * @param root absent where something is wrong
 * @param faulty absent where nothing is
 */
record Verdict(
    Instant asOf,
    Instant at,
    long lines,
    long streams,
    Totals minutes,
    Totals points,
    @Nullable String root,
    @Nullable Faulty faulty) {

  /**
   * @param brokenChains passbooks that do not follow
   * @param faults the first of them
   */
  record Faulty(int brokenChains, List<FaultFound> faults) {
    Faulty {
      faults = List.copyOf(faults);
    }
  }
}
