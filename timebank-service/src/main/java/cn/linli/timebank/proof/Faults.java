package cn.linli.timebank.proof;

import cn.linli.events.timebank.LedgerEvent.FaultFound;
import cn.linli.events.timebank.LedgerFault;
import cn.linli.events.timebank.Unit;

/** How faults are named. */
final class Faults {

  private Faults() {}

  static FaultFound of(Line line, LedgerFault code) {
    return new FaultFound(
        line.account(), line.unit(), line.seq(), line.version(), code, null, null);
  }

  static FaultFound unreadable(LineReader.Unreadable what) {
    return new FaultFound(
        what.account(), null, 0, what.version(), LedgerFault.UNREADABLE, null, null);
  }

  /** Nothing stands where the root says that something did. */
  static FaultFound cutOff(Leaf sealed) {
    Leaf.Id id = sealed.id();
    return new FaultFound(
        id.account(), id.unit(), sealed.seq(), 0, LedgerFault.NOT_AS_SEALED, null, null);
  }

  /**
   * @param clearing account of two communities
   * @param version of their stream
   */
  static FaultFound notAsCleared(String clearing, long version, long said, long found) {
    return new FaultFound(
        clearing, Unit.MINUTES, 0, version, LedgerFault.NOT_AS_CLEARED, said, found);
  }
}
