package cn.linli.petition.domain;

import cn.linli.events.petition.ErasureEvent.Ground;

/** Erasing what is personal in a request. */
public sealed interface ErasureCommand extends PetitionCommand {

  /**
   * @param byOfficer an officer charged with personal data asks, for the tenant or for a petitioner
   * @param keptMonths how long the tenant keeps texts after the end of a matter
   */
  record Erase(Ground ground, boolean byOfficer, int keptMonths) implements ErasureCommand {}
}
