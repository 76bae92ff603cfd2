package cn.linli.timebank.domain.orders;

import cn.linli.events.timebank.OrderFiling;
import cn.linli.timebank.domain.ServiceCode;
import cn.linli.timebank.ledger.Counter;
import cn.linli.timebank.ledger.Earning;
import cn.linli.timebank.ledger.Interval;
import cn.linli.timebank.ledger.Step;
import java.util.List;

/**
 * A volunteer's time for an order. Minutes follow time given (domain rules §0.8): no more than what
 * was paid, no more than it took.
 *
 * @param account of the volunteer
 * @param interval when it was done
 * @param earning what it comes to, after the caps
 */
public record Delivery(String account, Interval interval, Earning earning) {

  List<Step> steps(String order, OrderFiling filing) {
    return earning.steps(account, interval, Counter.issue(filing.to()), order, service(filing));
  }

  private static String service(OrderFiling filing) {
    return filing.service() == null ? ServiceCode.OTHER.wire() : filing.service();
  }
}
