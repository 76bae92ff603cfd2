package cn.linli.petition.kin;

import cn.linli.events.petition.Level;
import java.time.Duration;
import java.time.Instant;

/**
 * A request that resembles another one, before anything of it was opened.
 *
 * @param likeness 0 to 100, see {@link #score}
 */
record Kindred(String id, int likeness, Instant received) {

  /** Below it two texts of one place and category share no more than its usual words. */
  static final int LIKENESS_MIN = 40;

  private static final int WORDS_PERCENT = 85;
  private static final int SAME_COMMUNITY = 6;
  private static final int SAME_GRID = 10;
  private static final int RECENT = 5;
  private static final Duration RECENT_MAX = Duration.ofDays(30);
  private static final int WHOLE = 100;

  /**
   * 85 parts of 100 for the words that are in both, 10 for the same grid (6 for the same
   * community), 5 for the last 30 days. Project decision.
   *
   * @param contained percent of the shorter text's pairs that both have
   */
  static int score(int contained, String place, String otherPlace, Duration apart) {
    int near =
        sharesPlace(place, otherPlace, Level.GRID)
            ? SAME_GRID
            : sharesPlace(place, otherPlace, Level.COMMUNITY) ? SAME_COMMUNITY : 0;
    int recent = apart.compareTo(RECENT_MAX) <= 0 ? RECENT : 0;
    return contained * WORDS_PERCENT / WHOLE + near + recent;
  }

  private static boolean sharesPlace(String one, String other, Level level) {
    return one.length() >= level.digits()
        && other.length() >= level.digits()
        && one.regionMatches(0, other, 0, level.digits());
  }
}
