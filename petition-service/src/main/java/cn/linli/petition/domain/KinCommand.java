package cn.linli.petition.domain;

/** What is asked of requests that belong together. */
public sealed interface KinCommand extends PetitionCommand {

  /**
   * The petitioner of a merged request says what they think of the answer to the main one.
   *
   * @param answered whether the main request is answered
   */
  record RateMerged(PetitionCommand.Rate rate, boolean answered) implements KinCommand {}
}
