package cn.linli.gateway.views.figures;

import static cn.linli.gateway.views.figures.DisputeRule.each;
import static cn.linli.gateway.views.figures.DisputeRule.on;

import cn.linli.events.mediation.AgreementEvent.AgreementConfirmed;
import cn.linli.events.mediation.AgreementEvent.ObligationFellDue;
import cn.linli.events.mediation.AgreementEvent.ObligationPerformed;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Whether what was agreed is done, and what courts confirmed. What is done late counts on the day
 * it was due, so the rate of past days may still rise, with a revision mark. Source: domain rules
 * §5.4.
 */
final class Performance {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final Count IN_TIME = Count.of("performedInTime");
  private static final Count LATE = Count.of("performedLate");
  private static final Count FELL_DUE = Count.of("obligationsFellDue");
  private static final Count CONFIRMED = Count.of("confirmed");

  static final List<DisputeRule<?>> RULES =
      List.of(
          on(IN_TIME, ObligationPerformed.class, (it, today) -> it.onTime() ? today : null),
          on(LATE, ObligationPerformed.class, (it, today) -> it.onTime() ? null : dueDay(it)),
          each(FELL_DUE, ObligationFellDue.class),
          on(CONFIRMED, AgreementConfirmed.class, (it, today) -> it.confirmed() ? today : null));

  static final Figure RATE =
      Figure.ratio(
          "disputes.performedRate",
          "协议履行率",
          "Performance rate",
          "已履行的协议义务（期内按期履行的，和期内到期后补履行的）÷（期内按期履行的 + 期内到期未履行的）；逾期履行的按到期日计入并单列",
          "obligations of agreements performed in time in the period, and those that fell due in it and"
              + " were performed later ÷ obligations performed in time in the period and those that fell"
              + " due in it; late performance counts on the day it was due and is listed apart",
          null,
          List.of(IN_TIME, LATE, FELL_DUE),
          null,
          sums ->
              Figure.Result.ratio(
                  sums.in(IN_TIME) + sums.in(LATE),
                  sums.in(IN_TIME) + sums.in(FELL_DUE),
                  sums.in(LATE)));

  static final Figure CONFIRMED_FIGURE =
      Figure.count(
          "disputes.confirmed",
          "司法确认",
          "Agreements confirmed",
          "期内法院裁定确认的调解协议件数",
          "agreements that a court confirmed in the period",
          List.of(CONFIRMED),
          null,
          sums -> sums.in(CONFIRMED));

  private Performance() {}

  private static LocalDate dueDay(ObligationPerformed event) {
    return LocalDate.ofInstant(event.dueBy(), ZONE);
  }
}
