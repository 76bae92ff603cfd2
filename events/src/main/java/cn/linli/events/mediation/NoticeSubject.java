package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** What a party is told by message. */
public enum NoticeSubject implements WireName {
  /** Whether it consents to mediation (人民调解法 §17). */
  CONSENT,
  /** When a session is. */
  SESSION,
  /** Something it owes is due (人民调解法 §31). */
  OBLIGATION,
  /** What else the law offers (人民调解法 §26). */
  REMEDIES
}
