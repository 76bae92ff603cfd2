package cn.linli.timebank.proof;

import cn.linli.events.timebank.LedgerEvent.FaultFound;
import cn.linli.events.timebank.LedgerFault;
import cn.linli.timebank.ledger.Chain;
import org.jspecify.annotations.Nullable;

/** One unit of one passbook, line after line: whether each follows from the one before. */
final class PassbookFold {

  private long seq;
  private long balance;
  private String head = Chain.START;

  /** Takes the next line, or says what is wrong with it. */
  @Nullable FaultFound take(Line line) {
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
    return null;
  }

  long seq() {
    return seq;
  }

  long balance() {
    return balance;
  }

  String head() {
    return head;
  }
}
