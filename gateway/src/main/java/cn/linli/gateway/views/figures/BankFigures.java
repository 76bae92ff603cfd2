package cn.linli.gateway.views.figures;

import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The catalogue of figures about the time bank, in the order they are shown, and the lines they add
 * up; those of activities stand in {@link ActivityFigures}. A passbook counts where it is kept,
 * wherever its minutes were earned or spent. Source: domain rules §6.
 */
final class BankFigures {

  private static final Set<Reason> SPENT = Set.of(Reason.REDEEMED, Reason.EXCHANGE);

  /** Ids of the common purses of communities begin so: what is in them is owed to nobody. */
  private static final String POOL = "pool-";

  private static final Count MINUTES_POSTED = Count.of("minutesPosted");
  private static final Count MINUTES_REDEEMED = Count.of("minutesRedeemed");
  private static final Count POINTS_POSTED = Count.of("pointsPosted");
  private static final Count ACTIVE = Count.of("activeVolunteers");
  private static final Count LIABILITY = Count.of("liability");

  private static final List<BankRule<?>> LINES =
      List.of(
          BankRule.ofLine(
              MINUTES_POSTED,
              line ->
                  isIncome(line, Unit.MINUTES) && line.reason().isForService() ? line.amount() : 0),
          BankRule.ofLine(
              MINUTES_REDEEMED,
              line ->
                  line.unit() == Unit.MINUTES && line.amount() < 0 && SPENT.contains(line.reason())
                      ? -line.amount()
                      : 0),
          BankRule.ofLine(
              POINTS_POSTED,
              line ->
                  isIncome(line, Unit.POINTS) && line.reason() == Reason.DEED ? line.amount() : 0),
          BankRule.ofLine(ACTIVE, line -> Boolean.TRUE.equals(line.firstOfMonth()) ? 1 : 0),
          BankRule.ofLine(
              LIABILITY,
              line ->
                  line.unit() == Unit.MINUTES && !line.entry().startsWith(POOL)
                      ? line.amount()
                      : 0));

  private static final Figure MINUTES_POSTED_FIGURE =
      Figure.count(
          "bank.minutesPosted",
          "存入服务时间（分钟）",
          "Minutes posted",
          "期内因志愿服务、邻里互助和调解员到场而记入存折的分钟数；赠送、转让、注入不计，冲正不扣减",
          "minutes booked in the period for service given by volunteers, by neighbours and by"
              + " mediators in session; gifts, transfers and grants do not count, reversals are not"
              + " deducted",
          List.of(MINUTES_POSTED),
          null,
          sums -> sums.in(MINUTES_POSTED));

  private static final Figure MINUTES_REDEEMED_FIGURE =
      Figure.count(
          "bank.minutesRedeemed",
          "兑换服务时间（分钟）",
          "Minutes redeemed",
          "期内兑换服务、支付邻里互助所用的分钟数",
          "minutes spent in the period on services of the catalogue and on neighbours' services",
          List.of(MINUTES_REDEEMED),
          null,
          sums -> sums.in(MINUTES_REDEEMED));

  private static final Figure POINTS_POSTED_FIGURE =
      Figure.count(
          "bank.pointsPosted",
          "道德积分记入",
          "Points posted",
          "期内经道德评议并公示后记入的道德积分；户头的起始分不计",
          "points booked in the period for deeds that a council decided on and that were made"
              + " public; what a household starts with does not count",
          List.of(POINTS_POSTED),
          null,
          sums -> sums.in(POINTS_POSTED));

  private static final Figure ACTIVE_FIGURE =
      Figure.count(
          "bank.activeVolunteers",
          "活跃志愿者",
          "Active volunteers",
          "期内有服务时间记入的志愿者人数，每人每月计一次，计在存折所在地；期间跨月的为各月之和",
          "volunteers with service booked, each once in a month, where their passbook is kept; over"
              + " several months the sum of the months",
          List.of(ACTIVE),
          null,
          sums -> sums.in(ACTIVE));

  private static final Figure LIABILITY_FIGURE =
      Figure.count(
          "bank.liabilityMinutes",
          "待兑付时间（分钟）",
          "Minutes outstanding",
          "期末日终个人、家庭和团体存折上尚未使用的分钟数；公益时间池不计",
          "minutes in passbooks of persons, households and groups at the end of the period's last"
              + " day; those in common pools are owed to nobody and do not count",
          List.of(LIABILITY),
          null,
          sums -> sums.until(LIABILITY));

  static final List<Figure> ALL =
      Stream.concat(
              Stream.of(
                  MINUTES_POSTED_FIGURE,
                  MINUTES_REDEEMED_FIGURE,
                  POINTS_POSTED_FIGURE,
                  ACTIVE_FIGURE,
                  LIABILITY_FIGURE),
              ActivityFigures.ALL.stream())
          .toList();

  private BankFigures() {}

  /** Only income, a plan and a confirmation say which service it is. */
  static boolean canBeDivided(Figure figure, Dimension by) {
    return by == Dimension.SERVICE
        && (figure == MINUTES_POSTED_FIGURE || ActivityFigures.SAY_THE_SERVICE.contains(figure));
  }

  /** What is counted, by the event it is counted from. */
  static Map<Class<?>, List<BankRule<?>>> rules() {
    return Stream.concat(LINES.stream(), ActivityFigures.RULES.stream())
        .collect(Collectors.groupingBy(BankRule::event));
  }

  private static boolean isIncome(Posted line, Unit unit) {
    return line.unit() == unit && line.amount() > 0;
  }
}
