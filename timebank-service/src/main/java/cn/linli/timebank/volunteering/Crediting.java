package cn.linli.timebank.volunteering;

import cn.linli.events.timebank.AccountEvent.Served;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import cn.linli.timebank.domain.activities.Span;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Counter;
import cn.linli.timebank.ledger.Earning;
import cn.linli.timebank.ledger.Interval;
import cn.linli.timebank.ledger.Step;
import cn.linli.timebank.ledger.Terms;
import cn.linli.timebank.ledger.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What confirmed time earns, as steps of a transaction. */
public final class Crediting {

  /** Code of what mediators give. */
  private static final String MEDIATION = "mediation";

  private Crediting() {}

  /**
   * So many minutes in these spans: the session's cap over all of them, the day's cap and the
   * rounding of each.
   *
   * @param minutes confirmed
   * @param ref id of what they were given for
   */
  public static @Nullable Transaction service(
      String account,
      Account passbook,
      List<Span> spans,
      int minutes,
      String ref,
      String service,
      Terms scheme,
      Instant at) {
    int left = Math.min(minutes, scheme.sessionCap());
    Account now = passbook;
    var steps = new ArrayList<Step>();
    for (Span span : spans) {
      int part = Math.min(left, span.minutes());
      if (part > 0) {
        var interval = new Interval(span.from(), span.to());
        Earning earning = Earning.of(now, interval, part, scheme);
        steps.addAll(
            earning.steps(account, interval, Counter.issue(passbook.division()), ref, service));
        now = served(now, interval, earning, scheme, at);
        left -= part;
      }
    }
    return steps.isEmpty() ? null : new Transaction(steps);
  }

  /** As it will be when the next span is looked at. */
  private static Account served(
      Account now, Interval interval, Earning earning, Terms scheme, Instant at) {
    int before = now.remainder() == null ? 0 : now.remainder();
    int kept = scheme.remainderKept() ? before + earning.minutes() - earning.credited() : 0;
    return now.evolve(
        new Served(interval.from(), interval.until(), earning.minutes(), kept, null, null), at);
  }

  /** A mediator's session: as attendance was written down, within the caps. */
  public static Transaction session(
      String account, Account passbook, Span span, int minutes, String ref, Terms scheme) {
    var interval = new Interval(span.from(), span.to());
    Earning earning = Earning.of(passbook, interval, minutes, scheme);
    var steps = new ArrayList<Step>();
    steps.add(
        new Step.Serve(account, interval, earning.minutes(), earning.credited(), ref, MEDIATION));
    if (earning.credited() > 0) {
      steps.add(
          new Step.Post(
              account,
              Unit.MINUTES,
              earning.credited(),
              Counter.issue(passbook.division()),
              Reason.SESSION,
              ref,
              MEDIATION));
    }
    return new Transaction(steps);
  }
}
