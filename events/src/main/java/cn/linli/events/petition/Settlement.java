package cn.linli.events.petition;

import cn.linli.events.WireName;

/** 解决到位 · 思想教育到位 · 帮扶救助到位 · 依法处理. Source: 信访工作条例 §27. */
public enum Settlement implements WireName {
  RESOLVED,
  PERSUADED,
  AIDED,
  DEALT_WITH_BY_LAW
}
