package cn.linli.gateway.views.figures;

import cn.linli.events.petition.WhistleEvent;
import cn.linli.events.petition.WhistleEvent.CheckInFellDue;
import cn.linli.events.petition.WhistleEvent.DepartmentCheckedIn;
import cn.linli.events.petition.WhistleEvent.WhistleDeclined;
import cn.linli.events.petition.WhistleEvent.Whistled;
import java.util.List;

/** 街道吹哨 · 部门报到: whistles of streets, and whether the departments they called came in time. */
final class Whistles {

  private static final Count BLOWN = Count.tallied(WhistleEvent.BLOWN, Whistled.class);

  /** Each called department counts in one of these three at most. */
  private static final Count IN_TIME =
      Count.tallied(WhistleEvent.IN_TIME, DepartmentCheckedIn.class);

  /** Who comes after the limit was counted when it passed. */
  private static final Count LATE = Count.tallied(WhistleEvent.LATE, CheckInFellDue.class);

  private static final Count DECLINED = Count.tallied(WhistleEvent.DECLINED, WhistleDeclined.class);

  static final Figure FIGURE =
      Figure.count(
          "whistles.blown",
          "街道吹哨",
          "Whistles blown",
          "期内街道召集部门到场的次数；一件诉求多次吹哨分别计；楼栋吹哨不计",
          "how often streets called departments in the period; each whistle of a request counts;"
              + " building whistles do not",
          List.of(BLOWN),
          null,
          sums -> sums.in(BLOWN));

  static final Figure ON_TIME_RATE =
      Figure.ratio(
          "whistles.checkedInOnTimeRate",
          "按时报到率",
          "Check-ins on time",
          "期内在报到时限内报到的被召集部门 ÷（期内按时报到的 + 期内报到时限已过而未报到的）；"
              + "时限内说明理由不参加的另列，时限未到或诉求已先行办结的不计，逾期后才报到的按逾期计",
          "departments that checked in within their limit ÷ these and those whose limit passed in the"
              + " period before they had checked in; who declined with a reason within the limit is"
              + " listed apart, who still has time or whose request ended first does not count, who"
              + " came after the limit counts as late",
          null,
          List.of(IN_TIME, LATE, DECLINED),
          null,
          sums ->
              Figure.Result.ratio(
                  sums.in(IN_TIME), sums.in(IN_TIME) + sums.in(LATE), sums.in(DECLINED)));

  private Whistles() {}
}
