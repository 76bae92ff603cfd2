package cn.linli.timebank.proof;

import cn.linli.events.timebank.LedgerEvent.LedgerSealed;
import java.time.Instant;
import java.util.Optional;

/** What was spent on catalogues in a year: a by-product of reading the whole ledger. */
public final class RedeemedLastYear {

  private final Auditor auditor;
  private final LeafStore leaves;

  RedeemedLastYear(Auditor auditor, LeafStore leaves) {
    this.auditor = auditor;
    this.leaves = leaves;
  }

  /**
   * @param minutes in the 365 days before {@code asOf}
   */
  public record Found(long minutes, Instant asOf) {}

  /** In a place and all within; empty before the first root. */
  public Optional<Found> in(String division) {
    Seal seal = auditor.seal();
    LedgerSealed last = seal.last();
    if (last == null) {
      return Optional.empty();
    }
    long minutes =
        leaves.redeemed(seal.leaves()).entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(division))
            .mapToLong(entry -> entry.getValue())
            .sum();
    return Optional.of(new Found(minutes, last.asOf()));
  }
}
