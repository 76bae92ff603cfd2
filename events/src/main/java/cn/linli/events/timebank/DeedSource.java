package cn.linli.events.timebank;

import cn.linli.events.WireName;

/** Who told of a good deed (domain rules §6.3). */
public enum DeedSource implements WireName {
  SELF,
  HELPED,
  COMMUNITY
}
