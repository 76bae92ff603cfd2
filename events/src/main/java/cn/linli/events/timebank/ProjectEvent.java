package cn.linli.events.timebank;

import org.jspecify.annotations.Nullable;

/** Small governance projects that somebody claims (微治理); streams {@code j:<id>}. */
public sealed interface ProjectEvent extends TimebankEvent {

  /**
   * @param petition id of the request behind it, for instance one that a building lead whistled;
   *     null: none
   * @param titleRef what it is called; {@code wordsRef}: what is to be done
   */
  record ProjectPublished(
      String project,
      String division,
      String service,
      @Nullable String petition,
      String titleRef,
      String wordsRef)
      implements ProjectEvent {}

  /**
   * @param kind account · team · unit
   * @param claimant id of it
   */
  record ProjectClaimed(String project, String kind, String claimant) implements ProjectEvent {}

  /** The claimant gives it back; nothing follows from it. */
  record ProjectReleased(String project) implements ProjectEvent {}

  record ProjectProgressed(String project, int percent, String wordsRef) implements ProjectEvent {}

  /**
   * @param outcome done · partly · dropped
   */
  record ProjectClosed(String project, String outcome, String wordsRef) implements ProjectEvent {}
}
