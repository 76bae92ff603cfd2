package cn.linli.events.petition;

import cn.linli.events.WireName;

/** What the handler says became of a request (办理结果). */
public enum Outcome implements WireName {
  SOLVED,
  PARTLY_SOLVED,
  EXPLAINED,
  NOT_SUPPORTED,
  AID_GIVEN,
  REFERRED
}
