package cn.linli.gateway.views.figures;

import cn.linli.events.petition.DeliberationEvent;
import cn.linli.events.petition.DeliberationEvent.DeliberationReviewed;
import cn.linli.events.petition.DeliberationEvent.MeetingHeld;
import java.util.List;

/** Deliberations of residents (议事): held with a quorum, and gone through to the review. */
final class Deliberations {

  private static final Count HELD_COUNT = Count.tallied(DeliberationEvent.HELD, MeetingHeld.class);
  private static final Count COMPLETED_COUNT =
      Count.tallied(DeliberationEvent.COMPLETED, DeliberationReviewed.class);

  static final Figure HELD =
      Figure.count(
          "deliberations.held",
          "议事会次数",
          "Deliberations held",
          "期内到会有席位者达到法定人数并形成决议的议事会次数",
          "meetings in the period at which enough seats were taken and something was resolved",
          List.of(HELD_COUNT),
          null,
          sums -> sums.in(HELD_COUNT));

  static final Figure COMPLETED =
      Figure.count(
          "deliberations.completed",
          "五步闭环议事",
          "Deliberations completed",
          "期内走完提事、议事、商事、办事、评事五步的议事次数，以首次评事之日计；后续评事不重复计",
          "deliberations that went through all five steps, on the day of their first review; further"
              + " reviews do not count again",
          List.of(COMPLETED_COUNT),
          null,
          sums -> sums.in(COMPLETED_COUNT));

  private Deliberations() {}
}
