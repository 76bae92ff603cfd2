package cn.linli.events.petition;

import cn.linli.events.WireName;

/** 复查, then 复核. Source: 信访工作条例 §35, §36. */
public enum ReviewStage implements WireName {
  REVIEW,
  RE_REVIEW
}
