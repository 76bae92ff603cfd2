package cn.linli.timebank.ledger;

import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
   * The steps that do it: what the service made run over to the pool comes back first.
   *
   * @param account of who served, as it is now
   * @param line that is taken back; null: none was posted
   */
  public List<Step> steps(
      Account account, Service service, Counter counter, @Nullable String line) {
    String id = account.id();
    var steps = new ArrayList<Step>();
    steps.add(new Step.Unserve(id, Objects.requireNonNull(service.ref()), remainder));
    if (back > 0) {
      steps.addAll(Spills.back(account, service.after(), back));
      steps.add(new Step.Post(id, Unit.MINUTES, -back, counter, Reason.REVERSAL, line, null));
    }
    return List.copyOf(steps);
  }
}
