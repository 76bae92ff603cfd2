package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** What somebody has to do by a limit. */
public enum DisputeDue implements WireName {
  /** A committee says whether it takes the case. */
  ACCEPTANCE,
  /** Every party says whether it consents. */
  CONSENT
}
