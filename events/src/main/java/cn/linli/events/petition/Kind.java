package cn.linli.events.petition;

import cn.linli.events.WireName;

/** What a resident asks for (诉求类型). */
public enum Kind implements WireName {
  APPEAL,
  SUGGESTION,
  COMPLAINT,
  CONSULTATION,
  HAZARD,
  ACCUSATION
}
