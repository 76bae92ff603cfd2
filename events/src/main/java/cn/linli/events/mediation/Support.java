package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** Whether law and facts carry a claim. */
public enum Support implements WireName {
  YES,
  PARTLY,
  NO
}
