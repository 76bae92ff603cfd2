package cn.linli.events.timebank;

import cn.linli.events.WireName;

/** What a passbook counts. Units never turn into each other (domain rules §6.3). */
public enum Unit implements WireName {
  /** Of service given: the time bank. */
  MINUTES("m"),
  /** Of good deeds: the moral bank. */
  POINTS("p");

  private final String code;

  Unit(String code) {
    this.code = code;
  }

  /** One letter for ids of entries. */
  public String code() {
    return code;
  }
}
