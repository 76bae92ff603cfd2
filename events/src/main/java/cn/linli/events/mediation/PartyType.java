package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** Whether a party is a person or a body. */
public enum PartyType implements WireName {
  PERSON,
  ORGANISATION
}
