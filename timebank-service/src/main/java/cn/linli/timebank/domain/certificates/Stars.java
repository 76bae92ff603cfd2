package cn.linli.timebank.domain.certificates;

/**
 * Stars by hours. Source: Fujian's rule of 2013 (domain rules §6.1); papers say so, other provinces
 * have rules of their own.
 */
public final class Stars {

  private static final int MINUTES_OF_HOUR = 60;
  private static final int[] HOURS = {100, 300, 600, 1_000, 1_500};

  private Stars() {}

  /** 0 to 5. */
  public static int of(long minutes) {
    int stars = 0;
    for (int hours : HOURS) {
      if (minutes >= (long) hours * MINUTES_OF_HOUR) {
        stars++;
      }
    }
    return stars;
  }
}
