package cn.linli.gateway.views.figures;

import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.TimebankEvent;
import java.util.function.ToLongFunction;

/**
 * What an event of the time bank adds to a count.
 *
 * @param amount 0: nothing
 * @param <E> the event it looks at
 */
record BankRule<E extends TimebankEvent>(Class<E> event, Count count, ToLongFunction<E> amount) {

  /** Of a line of a passbook. */
  static BankRule<Posted> ofLine(Count count, ToLongFunction<Posted> amount) {
    return new BankRule<>(Posted.class, count, amount);
  }

  /** One each time it happens. */
  static <E extends TimebankEvent> BankRule<E> ofEach(Class<E> event, Count count) {
    return new BankRule<>(event, count, it -> 1);
  }

  long amount(TimebankEvent it) {
    return amount.applyAsLong(event.cast(it));
  }
}
