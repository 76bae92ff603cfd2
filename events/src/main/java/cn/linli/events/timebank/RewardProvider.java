package cn.linli.events.timebank;

import cn.linli.events.WireName;

/**
 * Whose people give what stands in a catalogue, besides its clerks.
 *
 * @param id of a passbook, a team or a unit
 */
public record RewardProvider(Kind kind, String id) {

  /** What the id is of. */
  public enum Kind implements WireName {
    ACCOUNT,
    TEAM,
    UNIT
  }
}
