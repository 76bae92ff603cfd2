package cn.linli.events.petition;

import cn.linli.events.WireName;
import java.util.Optional;

/** The rung of the ladder a unit stands on, finest first. */
public enum Level implements WireName {
  GRID(15),
  COMMUNITY(12),
  STREET(9),
  DISTRICT(6),
  CITY(4);

  private final int digits;

  Level(int digits) {
    this.digits = digits;
  }

  /** How many digits a division code of this level has. */
  public int digits() {
    return digits;
  }

  /** What of this level a division lies in, or the division itself where it is coarser. */
  public String around(String division) {
    return division.substring(0, Math.min(division.length(), digits));
  }

  /** The level of a division's own body; empty for a province or what is no code. */
  public static Optional<Level> of(String division) {
    for (Level level : values()) {
      if (level.digits == division.length()) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /** One rung up; empty above the city. */
  public Optional<Level> above() {
    return this == CITY ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
  }

  /** One rung down; empty below the grid. */
  public Optional<Level> below() {
    return this == GRID ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
  }
}
