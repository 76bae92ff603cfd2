package cn.linli.petition.domain;

/** What is asked and offered in a building (楼栋吹哨). */
public sealed interface BuildingWhistleCommand extends PetitionCommand {

  /** {@code id}: of the new building whistle. */
  record Raise(String id, String needRef) implements BuildingWhistleCommand {}

  record Claim(String whistle) implements BuildingWhistleCommand {}

  record Finish(String whistle) implements BuildingWhistleCommand {}
}
