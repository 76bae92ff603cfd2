package cn.linli.events.petition;

import cn.linli.events.WireName;

/** How soon harm may come. */
public enum Urgency implements WireName {
  NORMAL,
  URGENT,
  EMERGENCY
}
