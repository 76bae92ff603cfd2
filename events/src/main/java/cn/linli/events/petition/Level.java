package cn.linli.events.petition;

import cn.linli.events.WireName;

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
}
