package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** Where a dispute may go on (多元化解; domain rules §5.4). */
public enum Pathway implements WireName {
  SETTLEMENT,
  MEDIATION,
  ARBITRATION,
  NOTARY,
  ADJUDICATION,
  RECONSIDERATION,
  LITIGATION,
  GOVERNMENT
}
