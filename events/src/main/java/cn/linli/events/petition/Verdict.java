package cn.linli.events.petition;

import cn.linli.events.WireName;

/** What a written opinion says to the claims: 支持 · 解释说明 · 不予支持. Source: 信访工作条例 §32. */
public enum Verdict implements WireName {
  SUPPORT,
  EXPLAIN,
  NOT_SUPPORTED
}
