package cn.linli.events.petition;

import cn.linli.events.WireName;

/** Who tries to settle a request outside of its handling. */
public enum ReferralWay implements WireName {
  MEDIATION,
  VOLUNTEERS
}
