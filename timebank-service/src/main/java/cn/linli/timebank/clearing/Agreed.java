package cn.linli.timebank.clearing;

import cn.linli.platform.config.tables.SchemeTable;
import cn.linli.timebank.domain.clearing.Clearing;
import java.util.Optional;

/** What two communities agreed to, as each one's scheme says it. */
public final class Agreed {

  private Agreed() {}

  /**
   * How far two communities may get apart, in minutes: the lower of what each says; empty unless
   * both honour the other's minutes; {@link Clearing#UNLIMITED} where neither names a limit.
   */
  public static Optional<Long> limit(SchemeTable one, SchemeTable other) {
    if (!SchemeTable.cell(one.clearing()) || !SchemeTable.cell(other.clearing())) {
      return Optional.empty();
    }
    long first = SchemeTable.cell(one.clearingPairMinutes());
    long second = SchemeTable.cell(other.clearingPairMinutes());
    if (first == Clearing.UNLIMITED || second == Clearing.UNLIMITED) {
      return Optional.of(Math.max(first, second));
    }
    return Optional.of(Math.min(first, second));
  }
}
