package cn.linli.timebank.liability;

import cn.linli.timebank.liability.Owed.Age;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the passbooks of a place hold. All amounts in minutes.
 *
 * @param passbooks of persons, households and groups
 * @param outstanding what they hold; {@code byAge} adds up to it
 * @param held of it, by open orders and the like
 * @param pool what the common pools of the place hold
 * @param redeemedLastYear spent on the catalogue in the 365 days before {@code redeemedAsOf}; null
 *     before the first audit of the ledger
 * @param expectedFiveYearClaims {@code min(outstanding, 5 × redeemedLastYear)}: a projection at
 *     last year's pace, no promise (project decision; no published method was found)
 * @param coverByPool pool ÷ expected claims; null where none are expected
 */
record LiabilityReply(
    String division,
    Instant asOf,
    long passbooks,
    long outstanding,
    long held,
    List<AgeReply> byAge,
    long pool,
    @Nullable Long redeemedLastYear,
    @Nullable Instant redeemedAsOf,
    @Nullable Long expectedFiveYearClaims,
    @Nullable Double coverByPool) {

  /**
   * @param age {@code under-1-year · years-1-to-2 · years-2-to-3 · years-3-to-5 · over-5-years}
   *     since they came in
   */
  record AgeReply(String age, long minutes) {}

  static LiabilityReply of(
      String division,
      Instant asOf,
      Owed owed,
      @Nullable Long redeemedLastYear,
      @Nullable Instant redeemedAsOf) {
    Long expected = redeemedLastYear == null ? null : owed.expectedInFiveYears(redeemedLastYear);
    return new LiabilityReply(
        division,
        asOf,
        owed.passbooks(),
        owed.outstanding(),
        owed.held(),
        Arrays.stream(Age.values())
            .map(age -> new AgeReply(wire(age), owed.byAge().get(age)))
            .toList(),
        owed.pool(),
        redeemedLastYear,
        redeemedAsOf,
        expected,
        expected == null || expected == 0 ? null : Math.round(1e4 * owed.pool() / expected) / 1e4);
  }

  private static String wire(Age age) {
    return age.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
