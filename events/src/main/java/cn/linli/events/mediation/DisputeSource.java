package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** How a dispute came in (人民调解法 §17–18; domain rules §5.1). */
public enum DisputeSource implements WireName {
  /** A party applied. */
  SELF,
  /** The mediators themselves took it up. */
  INITIATIVE,
  COURT,
  POLICE,
  PETITION,
  GOVERNMENT
}
