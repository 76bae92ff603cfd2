package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** How mediation ended. */
public enum DisputeOutcome implements WireName {
  AGREED,
  FAILED,
  WITHDRAWN,
  REFUSED
}
