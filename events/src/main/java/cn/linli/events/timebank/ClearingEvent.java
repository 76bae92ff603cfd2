package cn.linli.events.timebank;

import org.jspecify.annotations.Nullable;

/**
 * What two communities owe each other (通存通兑); streams {@code c:<community>-<community>}, codes
 * ascending. Minutes only.
 *
 * <p>In each: {@code from} is the community whose member spends, {@code to} the one that gives,
 * {@code ref} what it is for, for instance an order; {@code reserved} minutes kept for members of
 * {@code from} after this, {@code total} what they ever spent in {@code to}, and {@code back} what
 * members of {@code to} ever spent in {@code from}: the difference is the debt.
 */
public sealed interface ClearingEvent extends TimebankEvent {

  String from();

  String to();

  long reserved();

  long total();

  long back();

  /**
   * Part of the limit is kept for what was ordered and not fulfilled yet.
   *
   * @param limit in minutes, as both agreed; 0: none
   */
  record ClearingReserved(
      String from,
      String to,
      String ref,
      long minutes,
      long reserved,
      long total,
      long back,
      long limit)
      implements ClearingEvent {}

  /** What was kept is not needed any more. */
  record ClearingReleased(
      String from, String to, String ref, long minutes, long reserved, long total, long back)
      implements ClearingEvent {}

  /**
   * Minutes of {@code from} were spent in {@code to}; these are part of {@code total}.
   *
   * @param minutes negative where what was booked is taken back
   * @param payer account in {@code from} whose line this stands against; absent in events of old
   * @param receiver account in {@code to} that has a line as well; absent: none, as for an order,
   *     whose helper earns anew
   */
  record Cleared(
      String from,
      String to,
      String ref,
      long minutes,
      long reserved,
      long total,
      long back,
      @Nullable String payer,
      @Nullable String receiver)
      implements ClearingEvent {}
}
