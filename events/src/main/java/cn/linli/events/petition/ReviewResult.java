package cn.linli.events.petition;

import cn.linli.events.WireName;

/** What the next higher body makes of an answer: 维持 · 变更. */
public enum ReviewResult implements WireName {
  UPHELD,
  CHANGED
}
