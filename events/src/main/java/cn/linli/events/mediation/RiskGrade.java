package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** Least first. */
public enum RiskGrade implements WireName {
  GREEN,
  AMBER,
  RED
}
