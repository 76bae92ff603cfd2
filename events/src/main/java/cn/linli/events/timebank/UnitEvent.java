package cn.linli.events.timebank;

import java.time.LocalDate;

/**
 * Units that check in with a community (双报到); streams {@code u:<id>}. A head-count only: no roster
 * of party members is ever held (domain rules §8).
 */
public sealed interface UnitEvent extends TimebankEvent {

  /**
   * @param kind agency · institution · enterprise · association · other
   * @param community code
   * @param heads how many members registered
   */
  record UnitCheckedIn(String unit, String kind, String community, String nameRef, int heads)
      implements UnitEvent {}

  record HeadsChanged(String unit, int from, int to) implements UnitEvent {}

  /**
   * A unit takes part in an activity.
   *
   * @param heads how many it sends
   */
  record TaskClaimed(String unit, String activity, int heads) implements UnitEvent {}

  /**
   * What a unit puts at a community's disposal.
   *
   * @param number from 1
   * @param kind venue · vehicle · expert · goods · place · other
   */
  record ResourceOffered(
      String unit, int number, String kind, int quantity, LocalDate from, LocalDate until)
      implements UnitEvent {}

  record ResourceWithdrawn(String unit, int number) implements UnitEvent {}

  record UnitLeft(String unit) implements UnitEvent {}
}
