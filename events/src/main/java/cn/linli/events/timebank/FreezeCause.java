package cn.linli.events.timebank;

import cn.linli.events.WireName;

/** Why nothing moves on an account. */
public enum FreezeCause implements WireName {
  DEATH,
  LEFT,
  /** Something is looked into; nobody inherits from it. */
  INQUIRY;

  /** Whether relatives may ask for what is left. */
  public boolean isForGood() {
    return this != INQUIRY;
  }
}
