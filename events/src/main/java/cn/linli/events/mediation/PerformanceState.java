package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** What a return visit finds (回访记录). */
public enum PerformanceState implements WireName {
  YES,
  PARTLY,
  NO
}
