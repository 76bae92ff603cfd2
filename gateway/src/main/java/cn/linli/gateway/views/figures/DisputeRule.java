package cn.linli.gateway.views.figures;

import cn.linli.events.mediation.MediationEvent;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What events of one kind add to a count: one each, on a day, or nothing.
 *
 * @param day the day it counts for; null: it does not count
 */
record DisputeRule<E extends MediationEvent>(Count count, Class<E> type, CountedDay<E> day) {

  /** From an event and the day of its stamp to the day it counts for. */
  @FunctionalInterface
  interface CountedDay<E> {
    @Nullable LocalDate of(E event, LocalDate today);
  }

  static <E extends MediationEvent> DisputeRule<E> on(
      Count count, Class<E> type, CountedDay<E> day) {
    return new DisputeRule<>(count, type, day);
  }

  /** Every event of the kind counts on its own day. */
  static <E extends MediationEvent> DisputeRule<E> each(Count count, Class<E> type) {
    return new DisputeRule<>(count, type, (event, today) -> today);
  }

  @Nullable LocalDate counted(MediationEvent event, LocalDate today) {
    return day.of(type.cast(event), today);
  }
}
