package cn.linli.platform.config.tables;

import cn.linli.events.WireName;

/** The classes of the hotline's limit table. Source: domain rules §4.3. */
public enum LimitClass implements WireName {
  /** Life or property in danger. */
  EMERGENCY,
  /** Water, power, gas and heat (水电气热). */
  UTILITIES,
  /** 咨询 */
  CONSULTATION,
  /** 求助 */
  APPEAL,
  /** 投诉/举报 */
  COMPLAINT,
  /** 建议 */
  SUGGESTION,
  /** 隐患 */
  HAZARD,
  /** Several bodies have to act. */
  COMPLEX
}
