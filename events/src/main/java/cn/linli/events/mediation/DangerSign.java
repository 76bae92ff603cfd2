package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** What mediators have to act on at once: 人民调解法 §25, "可能引起治安案件、刑事案件". */
public enum DangerSign implements WireName {
  THREAT,
  INJURY,
  WEAPON,
  SELF_HARM,
  DAMAGE,
  GATHERING
}
