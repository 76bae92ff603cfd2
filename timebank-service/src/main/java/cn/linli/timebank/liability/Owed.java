package cn.linli.timebank.liability;

import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.Unit;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Lot;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;

/**
 * Minutes of passbooks added up: by how long ago they came in, first in, first out. What is in the
 * common pools is owed to nobody.
 */
final class Owed {

  private static final int MONTHS_OF_A_YEAR = 12;

  /** How long ago, in whole months. */
  enum Age {
    UNDER_1_YEAR(0),
    YEARS_1_TO_2(1),
    YEARS_2_TO_3(2),
    YEARS_3_TO_5(3),
    OVER_5_YEARS(5);

    private final int fromYears;

    Age(int fromYears) {
      this.fromYears = fromYears;
    }

    static Age of(long months) {
      Age age = UNDER_1_YEAR;
      for (Age each : values()) {
        if (months >= (long) each.fromYears * MONTHS_OF_A_YEAR) {
          age = each;
        }
      }
      return age;
    }
  }

  private final YearMonth now;
  private final Map<Age, Long> byAge = new EnumMap<>(Age.class);
  private long passbooks;
  private long outstanding;
  private long held;
  private long pool;

  Owed(YearMonth now) {
    this.now = now;
    for (Age age : Age.values()) {
      byAge.put(age, 0L);
    }
  }

  void add(Account account) {
    long posted = account.balance(Unit.MINUTES).posted();
    if (account.kind() == AccountKind.POOL) {
      pool += posted;
      return;
    }
    passbooks++;
    outstanding += posted;
    held += account.balance(Unit.MINUTES).held();
    for (Lot lot : account.lots()) {
      if (lot.unit() == Unit.MINUTES) {
        var month = YearMonth.of(lot.month() / 100, lot.month() % 100);
        byAge.merge(Age.of(ChronoUnit.MONTHS.between(month, now)), lot.left(), Long::sum);
      }
    }
  }

  /** At the pace of the last year, no more than there is. */
  long expectedInFiveYears(long redeemedLastYear) {
    return Math.min(outstanding, 5 * redeemedLastYear);
  }

  Map<Age, Long> byAge() {
    return Map.copyOf(byAge);
  }

  long passbooks() {
    return passbooks;
  }

  long outstanding() {
    return outstanding;
  }

  long held() {
    return held;
  }

  long pool() {
    return pool;
  }
}
