package cn.linli.platform.division;

import cn.linli.events.WireName;
import cn.linli.events.petition.Level;
import java.util.Optional;

/** How fine a division is, coarsest first. The number of digits tells it. */
public enum Tier implements WireName {
  PROVINCE(2),
  CITY(4),
  DISTRICT(6),
  STREET(9),
  COMMUNITY(12),
  GRID(15);

  private final int digits;

  Tier(int digits) {
    this.digits = digits;
  }

  public int digits() {
    return digits;
  }

  public static Optional<Tier> ofDigits(int digits) {
    for (var tier : values()) {
      if (tier.digits == digits) {
        return Optional.of(tier);
      }
    }
    return Optional.empty();
  }

  public static Tier of(Level level) {
    return ofDigits(level.digits()).orElseThrow();
  }

  /** The rung of the ladder; a province has none. */
  public Optional<Level> level() {
    for (var level : Level.values()) {
      if (level.digits() == digits) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /** Whether this tier lies inside the other one or is the same. */
  public boolean isAtLeastAsFineAs(Tier other) {
    return digits >= other.digits;
  }
}
