package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** Why a party is no longer there. */
public enum PartyCause implements WireName {
  /** It did not consent: nobody is mediated against their will (人民调解法 §17). */
  REFUSED,
  /** It never answered. */
  SILENT,
  /** It stopped (人民调解法 §23). */
  LEFT,
  /** It took back what it asked for. */
  WITHDREW
}
