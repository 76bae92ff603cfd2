package cn.linli.events.mediation;

import cn.linli.events.WireName;
import java.util.Optional;

/** The rung a dispute is mediated on, lowest first. */
public enum DisputeLevel implements WireName {
  /** Peacemakers of a building, before any committee (domain rules R1-08). */
  BUILDING(15),
  COMMUNITY(12),
  STREET(9),
  DISTRICT(6);

  private final int digits;

  DisputeLevel(int digits) {
    this.digits = digits;
  }

  /** What of this level a division lies in, or the division itself where it is coarser. */
  public String around(String division) {
    return division.substring(0, Math.min(division.length(), digits));
  }

  /**
   * The level of a division's own committee; a grid's is its community's; empty above a district.
   */
  public static Optional<DisputeLevel> ofCommittee(String division) {
    return switch (division.length()) {
      case 15, 12 -> Optional.of(COMMUNITY);
      case 9 -> Optional.of(STREET);
      case 6 -> Optional.of(DISTRICT);
      default -> Optional.empty();
    };
  }
}
