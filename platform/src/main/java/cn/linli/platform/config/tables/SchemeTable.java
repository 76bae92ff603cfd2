package cn.linli.platform.config.tables;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The scheme of a community's time bank and moral bank: what passbooks may do. No national rule
 * names these figures; the pilots' differ (domain rules §6.2), so each place sets its own. A table
 * in force has every cell but those that say "null".
 *
 * @param householdStartPoints points a new household account starts with; 0: none
 * @param rounding in what steps minutes are credited
 * @param remainderKept whether what rounding leaves counts the next time
 * @param sessionCapMinutes one service earns at most
 * @param dayCapMinutes one person earns at most for one day
 * @param accountCapMinutes a passbook holds at most; more goes to the pool
 * @param transferLineal whether one may give to lineal relatives
 * @param transferFriends whether one may give to friends
 * @param donation whether one may give to the pool or to nobody in particular
 * @param transferDayLimit what one may give away in a day, per unit
 * @param expiryMonths how long what was booked may be spent; 0: for ever. Its holder is told 60
 *     days before
 * @param successionMonths how long relatives may ask for what somebody left; 0: at once to the pool
 * @param welcomeMinutes a new person's account gets from the pool; 0: none
 * @param grantMinutesMax one grant from the pool to an elder in need; 0: no grants
 * @param poolFloorMinutes what welcome minutes and grants leave in the pool
 * @param pairMonthMinutes what one person may earn from the same recipient in a month; 0: no limit
 * @param deductions whether points may be deducted at all
 * @param orderDays how long an order waits to be fulfilled
 * @param goodsForMinutes whether goods may be had for minutes too, not for points alone (domain
 *     rules §0.10)
 * @param goodsQuarterLimit how many of one article an account may order in a quarter, where the
 *     catalogue says nothing else; 0: no limit
 * @param noShowCharged whether who is absent when an ordered service comes pays for it
 * @param minorVisits whether minors may serve in people's homes
 * @param clearing whether minutes are honoured between this and other communities
 * @param clearingPairMinutes how far two communities' accounts may get apart; 0: no limit
 * @param councilQuorum members of the moral council whose votes decide
 * @param noticeDays how long a decision of the council is posted before it is booked; 0: not at
 *     all, for places that tell people otherwise
 * @param certificateNoticeDays how long a certificate of voluntary service is posted before it is
 *     issued (民发〔2015〕149号: at least 7 days); 0: it is issued at once
 * @param openSessionMinutes what a session is worth that a wristband began and nobody ended
 * @param readingGraceHours how long after a session may have ended its readings are waited for;
 *     what comes later, up to 72 hours, is a correction
 */
public record SchemeTable(
    @Nullable Integer householdStartPoints,
    @Nullable Rounding rounding,
    @Nullable Boolean remainderKept,
    @Nullable Integer sessionCapMinutes,
    @Nullable Integer dayCapMinutes,
    @Nullable Integer accountCapMinutes,
    @Nullable Boolean transferLineal,
    @Nullable Boolean transferFriends,
    @Nullable Boolean donation,
    @Nullable Integer transferDayLimit,
    @Nullable Integer expiryMonths,
    @Nullable Integer successionMonths,
    @Nullable Integer welcomeMinutes,
    @Nullable Integer grantMinutesMax,
    @Nullable Integer poolFloorMinutes,
    @Nullable Integer pairMonthMinutes,
    @Nullable Boolean deductions,
    @Nullable Integer orderDays,
    @Nullable Boolean goodsForMinutes,
    @Nullable Integer goodsQuarterLimit,
    @Nullable Boolean noShowCharged,
    @Nullable Boolean minorVisits,
    @Nullable Boolean clearing,
    @Nullable Integer clearingPairMinutes,
    @Nullable Integer councilQuorum,
    @Nullable Integer noticeDays,
    @Nullable Integer certificateNoticeDays,
    @Nullable Integer openSessionMinutes,
    @Nullable Integer readingGraceHours,
    @Nullable String basis)
    implements ConfigTable {

  private static final int DAY_MINUTES = 1_440;

  /** Ten thousand hours: nobody serves more in a life. */
  private static final int MINUTES_MAX = 600_000;

  /** Half a day: nobody serves longer at a stretch. */
  private static final int OPEN_MINUTES_MAX = 720;

  /** Later than that no reading is taken. */
  private static final int GRACE_HOURS_MAX = 72;

  private static final int DAYS_MAX = 366;
  private static final int MONTHS_MAX = 120;
  private static final int POINTS_MAX = 10_000;
  private static final int PIECES_MAX = 1_000;

  /** More than any council has. */
  private static final int COUNCIL_MAX = 50;

  /** Its holder is told 60 days before: sooner nobody could spend it. */
  private static final int EXPIRY_MONTHS_MIN = 6;

  /** A cell of a table in force. */
  public static <T> T cell(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  @Override
  public List<Flaw> flaws() {
    var flaws = new Flaws();
    range(flaws, "householdStartPoints", householdStartPoints, 0, POINTS_MAX);
    set(flaws, "rounding", rounding);
    set(flaws, "remainderKept", remainderKept);
    range(flaws, "sessionCapMinutes", sessionCapMinutes, 1, DAY_MINUTES);
    range(flaws, "dayCapMinutes", dayCapMinutes, 1, DAY_MINUTES);
    if (sessionCapMinutes != null && dayCapMinutes != null && sessionCapMinutes > dayCapMinutes) {
      flaws.add("sessionCapMinutes", "must not be above dayCapMinutes");
    }
    range(flaws, "accountCapMinutes", accountCapMinutes, 1, MINUTES_MAX);
    set(flaws, "transferLineal", transferLineal);
    set(flaws, "transferFriends", transferFriends);
    set(flaws, "donation", donation);
    range(flaws, "transferDayLimit", transferDayLimit, 1, MINUTES_MAX);
    range(flaws, "expiryMonths", expiryMonths, 0, MONTHS_MAX);
    if (expiryMonths != null && expiryMonths > 0 && expiryMonths < EXPIRY_MONTHS_MIN) {
      flaws.add("expiryMonths", "must be 0 or at least " + EXPIRY_MONTHS_MIN);
    }
    range(flaws, "successionMonths", successionMonths, 0, MONTHS_MAX);
    range(flaws, "welcomeMinutes", welcomeMinutes, 0, MINUTES_MAX);
    range(flaws, "grantMinutesMax", grantMinutesMax, 0, MINUTES_MAX);
    range(flaws, "poolFloorMinutes", poolFloorMinutes, 0, MINUTES_MAX);
    range(flaws, "pairMonthMinutes", pairMonthMinutes, 0, MINUTES_MAX);
    set(flaws, "deductions", deductions);
    range(flaws, "orderDays", orderDays, 1, DAYS_MAX);
    set(flaws, "goodsForMinutes", goodsForMinutes);
    range(flaws, "goodsQuarterLimit", goodsQuarterLimit, 0, PIECES_MAX);
    set(flaws, "noShowCharged", noShowCharged);
    set(flaws, "minorVisits", minorVisits);
    set(flaws, "clearing", clearing);
    range(flaws, "clearingPairMinutes", clearingPairMinutes, 0, MINUTES_MAX);
    range(flaws, "councilQuorum", councilQuorum, 1, COUNCIL_MAX);
    range(flaws, "noticeDays", noticeDays, 0, DAYS_MAX);
    range(flaws, "certificateNoticeDays", certificateNoticeDays, 0, DAYS_MAX);
    range(flaws, "openSessionMinutes", openSessionMinutes, 0, OPEN_MINUTES_MAX);
    range(flaws, "readingGraceHours", readingGraceHours, 0, GRACE_HOURS_MAX);
    flaws.basis("basis", basis);
    return flaws.list();
  }

  private static void set(Flaws flaws, String field, @Nullable Object value) {
    if (value == null) {
      flaws.add(field, Flaw.MISSING);
    }
  }

  private static void range(
      Flaws flaws, String field, @Nullable Integer value, int least, int most) {
    if (value == null) {
      flaws.add(field, Flaw.MISSING);
    } else if (value < least || value > most) {
      flaws.add(field, "must be between " + least + " and " + most);
    }
  }
}
