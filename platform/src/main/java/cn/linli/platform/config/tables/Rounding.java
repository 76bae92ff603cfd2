package cn.linli.platform.config.tables;

import cn.linli.events.WireName;

/** In what steps a time bank credits minutes (domain rules §6.2, ledger rule 1). */
public enum Rounding implements WireName {
  NONE(1),
  FLOOR15(15),
  FLOOR60(60);

  private final int minutes;

  Rounding(int minutes) {
    this.minutes = minutes;
  }

  /** Credited minutes are a multiple of it. */
  public int minutes() {
    return minutes;
  }
}
