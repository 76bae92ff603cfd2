package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** What a mediator is (人民调解法 §13; domain rules R1-08, R5-26). */
public enum MediatorGrade implements WireName {
  /** 首席调解员. */
  CHIEF,
  /** 专职. */
  FULL_TIME,
  /** 兼职. */
  PART_TIME,
  /** 特邀: judges, prosecutors, police officers, lawyers and other experts. */
  INVITED,
  /** 和事老: building leads, stairwell heads and neighbours, before any committee. */
  PEACEMAKER
}
