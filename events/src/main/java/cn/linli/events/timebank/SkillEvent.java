package cn.linli.events.timebank;

/** What a volunteer can do; streams {@code s:<account>}. */
public sealed interface SkillEvent extends TimebankEvent {

  /** The volunteer says so. */
  record SkillDeclared(String account, String division, String skill) implements SkillEvent {}

  /**
   * Somebody else has seen the training or the paper.
   *
   * @param evidenceRef what was seen
   */
  record SkillShown(String account, String division, String skill, String evidenceRef)
      implements SkillEvent {}

  record SkillDropped(String account, String division, String skill) implements SkillEvent {}
}
