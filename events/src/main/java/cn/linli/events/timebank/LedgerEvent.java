package cn.linli.events.timebank;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an audit of the whole ledger found. Numbers and hashes; of nobody in particular. */
public sealed interface LedgerEvent extends TimebankEvent {

  /**
   * All that was ever booked in a unit.
   *
   * @param passbooks what all passbooks hold together
   * @param issue what the accounts that minutes and points come from hold: mostly less than nothing
   * @param expired what was not spent in time
   * @param donated what was given to nobody in particular
   * @param clearing what accounts between communities hold: what was paid into them for orders,
   *     whose helpers earned anew
   * @param sum of all: zero
   */
  record Totals(long passbooks, long issue, long expired, long donated, long clearing, long sum) {}

  /**
   * Everything up to an instant follows and sums to zero, and is sealed under a root.
   *
   * @param number of the root, dense from 1
   * @param asOf everything booked up to it is in, nothing later
   * @param lines read
   * @param leaves passbooks' units the root is made of
   * @param root SHA-256 tree of RFC 6962 over the leaves, in hex
   * @param previous SHA-256 of the statement before, in hex; 64 zeros before the first
   * @param key id of the public key of the signature
   * @param signature Ed25519 over the statement, Base64
   */
  record LedgerSealed(
      long number,
      Instant asOf,
      long lines,
      long leaves,
      Totals minutes,
      Totals points,
      String root,
      String previous,
      String key,
      String signature)
      implements LedgerEvent {}

  /**
   * Something does not follow: nothing is sealed until it is explained.
   *
   * @param brokenPassbooks how many
   * @param faults the first of them, at most 100
   */
  record LedgerFoundFaulty(
      Instant asOf,
      long lines,
      Totals minutes,
      Totals points,
      int brokenPassbooks,
      List<FaultFound> faults)
      implements LedgerEvent {
    public LedgerFoundFaulty {
      faults = List.copyOf(faults);
    }
  }

  /**
   * @param account whose passbook; between two communities {@code clearing:<from>-<to>}
   * @param unit absent where the line can't be read
   * @param seq number of the line in its unit; 0 where it can't be read and between communities
   * @param version of the passbook's commit; 0 where lines are missing at the end; between
   *     communities the last of their stream, 0: they have none
   * @param code what is wrong
   * @param said minutes, as the two communities' stream has them; absent in other faults
   * @param found minutes, as lines of passbooks have them; absent in other faults
   */
  record FaultFound(
      String account,
      @Nullable Unit unit,
      long seq,
      long version,
      LedgerFault code,
      @Nullable Long said,
      @Nullable Long found) {}
}
