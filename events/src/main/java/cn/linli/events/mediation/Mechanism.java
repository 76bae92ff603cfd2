package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** How mediators sit (domain rules R4-06, R4-07, R5-20, R5-25). */
public enum Mechanism implements WireName {
  SINGLE,
  PANEL,
  THREE_OFFICIALS_ONE_LAWYER_ONE_STATION,
  FOUR_PARTY,
  POLICE_CIVIL,
  STEWARDS
}
