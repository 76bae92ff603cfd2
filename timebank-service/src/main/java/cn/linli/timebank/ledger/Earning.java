package cn.linli.timebank.ledger;

import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.calendar.WorkCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service earns: no more than the session's and the day's cap, rounded as the community does
 * (domain rules §6.2, ledger rules 1 and 3).
 *
 * @param minutes given, after the caps
 * @param credited after rounding; 0: nothing is posted yet
 */
public record Earning(int minutes, int credited) {

  /**
   * @param account of who served, as it is now
   * @param asked minutes that were confirmed; more than the interval has count as the interval
   */
  public static Earning of(Account account, Interval interval, int asked, Terms terms) {
    int minutes =
        Math.max(
            0,
            Math.min(
                Math.min(asked, interval.minutes()),
                Math.min(terms.sessionCap(), leftOfDay(account, interval, terms))));
    int kept = terms.remainderKept() && account.remainder() != null ? account.remainder() : 0;
    int all = kept + minutes;
    return new Earning(minutes, all - all % terms.step());
  }

  /**
   * The steps that book it: the time, and the line if anything is credited.
   *
   * @param id of the account of who served
   * @param service code of the service
   */
  public List<Step> steps(
      String id, Interval interval, Counter counter, @Nullable String ref, String service) {
    var steps = new ArrayList<Step>();
    steps.add(new Step.Serve(id, interval, minutes, credited, ref, service));
    if (credited > 0) {
      steps.add(new Step.Post(id, Unit.MINUTES, credited, counter, Reason.SERVICE, ref, service));
    }
    return List.copyOf(steps);
  }

  /** Minutes that may still be given on the day on which a service began. */
  static int leftOfDay(Account account, Interval interval, Terms terms) {
    LocalDate day = WorkCalendar.dayOf(interval.from());
    long from = WorkCalendar.startOfDay(day).getEpochSecond();
    long until = WorkCalendar.startOfDay(day.plusDays(1)).getEpochSecond();
    int given =
        account.services().stream()
            .filter(service -> service.from() >= from && service.from() < until)
            .mapToInt(Service::minutes)
            .sum();
    return Math.max(0, terms.dayCap() - given);
  }
}
