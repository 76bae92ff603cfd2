package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** Rows of the published rule: docs/mediation/risk.md. */
public enum RiskReason implements WireName {
  GROUP,
  LARGE_GROUP,
  TENSION,
  VIOLENCE,
  LONG_OPEN,
  VERY_LONG_OPEN,
  REPEATED,
  OFTEN_REPEATED,
  SEVERAL
}
