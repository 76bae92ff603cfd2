package cn.linli.events.timebank;

/** What happens to an item of a catalogue and to its stock; streams {@code w:<id>}. */
public sealed interface RewardEvent extends TimebankEvent {

  record RewardOffered(RewardFiling filing) implements RewardEvent {}

  /** Orders keep the price they were placed at. */
  record RewardRepriced(long was, long price) implements RewardEvent {}

  /**
   * @param added how many came
   * @param left how many there are now
   */
  record RewardRestocked(int added, int left) implements RewardEvent {}

  /** Nobody can order it any more; orders that were placed go on. */
  record RewardWithdrawn(String reasonRef) implements RewardEvent {}

  /** {@code left}: how many there are now. */
  record StockTaken(String order, int quantity, int left) implements RewardEvent {}

  /** What an order that came to nothing had taken; {@code left}: how many there are now. */
  record StockReturned(String order, int quantity, int left) implements RewardEvent {}
}
