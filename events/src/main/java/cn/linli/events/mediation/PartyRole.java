package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** What a party is in a dispute. */
public enum PartyRole implements WireName {
  APPLICANT,
  RESPONDENT,
  THIRD_PARTY
}
