package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** What is open to who does not get what was agreed (人民调解法 §32–33). */
public enum Remedy implements WireName {
  /** Sue on the agreement. */
  LITIGATION,
  /** The court confirmed it: ask the court to enforce it. */
  ENFORCEMENT
}
