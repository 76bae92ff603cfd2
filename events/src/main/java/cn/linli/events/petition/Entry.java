package cn.linli.events.petition;

import cn.linli.events.WireName;

/** What a line in the handling log records. */
public enum Entry implements WireName {
  CALL,
  HOME_VISIT,
  COORDINATION,
  RESULT
}
