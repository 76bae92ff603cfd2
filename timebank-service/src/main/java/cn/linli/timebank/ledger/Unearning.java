package cn.linli.timebank.ledger;

import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes back when a service turns out to be another: the opposite of {@link Earning}. What is
 * booked for a set of services is the same in whatever order they were recorded and corrected.
 *
 * @param back minutes to take from the passbook; 0: none were posted
 * @param remainder minutes kept by rounding, after this
 */
public record Unearning(int back, int remainder) {

  /**
   * @param account of who served, as it is now
   * @param credited what was posted for it
   */
  public static Unearning of(Account account, Service service, int credited, Terms terms) {
    if (!terms.remainderKept()) {
      return new Unearning(credited, 0);
    }
    int kept = account.remainder() == null ? 0 : account.remainder();
    int all = kept - service.minutes();
    int back = all >= 0 ? 0 : (-all + terms.step() - 1) / terms.step() * terms.step();
    return new Unearning(back, all + back);
  }

  /**
   * The steps that do it.
   *
   * @param id of the account of who served
   * @param ref of the service
   * @param line that is taken back; null: none was posted
   */
  public List<Step> steps(String id, String ref, Counter counter, @Nullable String line) {
    var steps = new ArrayList<Step>();
    steps.add(new Step.Unserve(id, ref, remainder));
    if (back > 0) {
      steps.add(new Step.Post(id, Unit.MINUTES, -back, counter, Reason.REVERSAL, line, null));
    }
    return List.copyOf(steps);
  }
}
