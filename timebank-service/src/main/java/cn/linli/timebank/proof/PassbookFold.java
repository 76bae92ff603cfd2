package cn.linli.timebank.proof;

import cn.linli.events.timebank.LedgerEvent.FaultFound;
import cn.linli.events.timebank.LedgerFault;
import cn.linli.timebank.ledger.Chain;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One unit of one passbook, line after line: whether each follows from the one before. Lines may
 * come somewhat out of order: a server that was killed replays its last writes in parallel, and a
 * copy of it reads them as it likes.
 */
final class PassbookFold {

  /** Some times what a server replays at once. */
  private static final int EARLY_MAX = 10_000;

  private long seq;
  private long balance;
  private String head = Chain.START;
  private @Nullable TreeMap<Long, Line> early;

  /**
   * Takes the next line and those that waited for it.
   *
   * @param taken hears of each line that follows
   * @return what is wrong with the first one that does not
   */
  @Nullable FaultFound take(Line line, Function<Line, @Nullable FaultFound> taken) {
    if (line.seq() > seq + 1) {
      return defer(line);
    }
    FaultFound fault = follow(line, taken);
    while (fault == null && early != null && !early.isEmpty() && early.firstKey() == seq + 1) {
      fault = follow(early.pollFirstEntry().getValue(), taken);
    }
    return fault;
  }

  /** At the end nothing may wait any more. */
  @Nullable FaultFound end() {
    return early == null || early.isEmpty()
        ? null
        : Faults.of(early.firstEntry().getValue(), LedgerFault.NOT_DENSE);
  }

  private @Nullable FaultFound defer(Line line) {
    if (early == null) {
      early = new TreeMap<>();
    }
    if (early.size() == EARLY_MAX) {
      return Faults.of(early.firstEntry().getValue(), LedgerFault.NOT_DENSE);
    }
    return early.putIfAbsent(line.seq(), line) == null
        ? null
        : Faults.of(early.get(line.seq()), LedgerFault.NOT_DENSE);
  }

  private @Nullable FaultFound follow(Line line, Function<Line, @Nullable FaultFound> taken) {
    if (line.seq() != seq + 1) {
      return Faults.of(line, LedgerFault.NOT_DENSE);
    }
    if (!line.hash().equals(line.hashAfter(head))) {
      return Faults.of(line, LedgerFault.BROKEN_CHAIN);
    }
    if (line.balance() != balance + line.amount()) {
      return Faults.of(line, LedgerFault.WRONG_BALANCE);
    }
    if (line.balance() < 0) {
      return Faults.of(line, LedgerFault.OVERDRAWN);
    }
    seq = line.seq();
    balance = line.balance();
    head = line.hash();
    return taken.apply(line);
  }

  long seq() {
    return seq;
  }

  String head() {
    return head;
  }
}
