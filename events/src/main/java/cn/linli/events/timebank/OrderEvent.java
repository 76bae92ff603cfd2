package cn.linli.events.timebank;

import org.jspecify.annotations.Nullable;

/** What happens to an order; streams {@code o:<id>}. The hold of its amount has the order's id. */
public sealed interface OrderEvent extends TimebankEvent {

  /**
   * Stock, hold and limits were taken in the same commit.
   *
   * @param evidenceRef what shows that the holder wanted it, where a clerk recorded it
   */
  record OrderPlaced(OrderFiling filing, @Nullable String evidenceRef) implements OrderEvent {}

  /**
   * It was handed over or done; what was held is spent.
   *
   * @param deliveredBy account of the volunteer who did it; null: nobody's
   * @param earned minutes credited to that volunteer for the time given; null: nobody's
   */
  record OrderFulfilled(@Nullable String deliveredBy, @Nullable Integer earned)
      implements OrderEvent {}

  /** {@code reasonRef}: null where whoever ordered it said none. */
  record OrderCancelled(@Nullable String reasonRef) implements OrderEvent {}

  /**
   * Nobody was there for it.
   *
   * @param charged whether it was paid all the same, as the scheme said when it was ordered
   */
  record OrderMissed(boolean charged) implements OrderEvent {}

  /** Its time was over; a reaction gives back what it had taken. */
  record OrderLapsed(OrderFiling filing) implements OrderEvent {}

  /** What a lapsed order had taken was given back. */
  record OrderGivenBack() implements OrderEvent {}

  /** It could not be given back; what stands in the way is named. */
  record OrderGiveBackDeclined(String code) implements OrderEvent {}
}
