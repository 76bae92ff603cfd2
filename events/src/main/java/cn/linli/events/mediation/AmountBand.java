package cn.linli.events.mediation;

import cn.linli.events.WireName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How much money, roughly: exact amounts stay in the service. Bounds in yuan, inclusive. */
public enum AmountBand implements WireName {
  UP_TO_1000(1_000),
  UP_TO_10000(10_000),
  UP_TO_50000(50_000),
  UP_TO_200000(200_000),
  UP_TO_1000000(1_000_000),
  ABOVE_1000000(Long.MAX_VALUE / 100);

  private static final int FEN_PER_YUAN = 100;

  private final long mostFen;

  AmountBand(long mostYuan) {
    mostFen = mostYuan * FEN_PER_YUAN;
  }

  public static AmountBand ofFen(long amountFen) {
    for (AmountBand band : values()) {
      if (amountFen <= band.mostFen) {
        return band;
      }
    }
    return ABOVE_1000000;
  }

  /** The band of a sum; null where no money is asked at all. */
  public static @Nullable AmountBand ofSum(List<@Nullable Long> amountsFen) {
    List<Long> asked = amountsFen.stream().filter(Objects::nonNull).toList();
    return asked.isEmpty() ? null : ofFen(asked.stream().reduce(0L, Math::addExact));
  }
}
