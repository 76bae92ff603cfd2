package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** Why a mediator's seat became free. */
public enum SeatCause implements WireName {
  /** A party does not accept them (人民调解法 §23). */
  REFUSED_BY_PARTY,
  /** They said themselves that they may not be fair. */
  RECUSED,
  /** The committee put somebody else in their place. */
  REPLACED
}
