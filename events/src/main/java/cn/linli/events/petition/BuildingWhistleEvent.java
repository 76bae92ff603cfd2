package cn.linli.events.petition;

/**
 * 楼栋吹哨: somebody in a building asks for hands, and members and volunteers turn up. {@code whistle}
 * is the building whistle's id; who claimed is the actor of the event.
 */
public sealed interface BuildingWhistleEvent extends PetitionEvent {

  /** {@code claimsMax}: how many may claim it. */
  record BuildingWhistled(String whistle, Unit by, int claimsMax, String needRef)
      implements BuildingWhistleEvent {}

  /**
   * Somebody comes.
   *
   * @param number the how manieth claim this is, from 1
   * @param minutes clock minutes from the whistle: the response time
   */
  record BuildingWhistleClaimed(String whistle, int number, long minutes)
      implements BuildingWhistleEvent {}

  /** {@code minutes}: clock minutes from the whistle. */
  record BuildingWhistleDone(String whistle, int claims, long minutes)
      implements BuildingWhistleEvent {}
}
