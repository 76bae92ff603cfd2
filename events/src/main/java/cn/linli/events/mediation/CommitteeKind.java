package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** What kind of body mediates (人民调解法 §8, §34; domain rules R5-20…22, 25, 26, R3-13). */
public enum CommitteeKind implements WireName {
  /** The one committee of a community, street or district (人民调解委员会). */
  COMMITTEE,
  /** Of a trade: property, medical, traffic, labour … (行业性专业性人民调解委员会). */
  TRADE,
  /** Of several committees, for matters that cross their borders (组织条例 §7). */
  JOINT,
  /** Named after its mediator (个人调解工作室), under a committee. */
  STUDIO,
  /** Police and mediators together (警民联调工作室), under a committee. */
  POLICE_STUDIO,
  /** Mediators of a committee who work together (亲亲团, 调解管家). */
  TEAM;

  /** Elected or appointed for a term, with members of its own; the others lean on one. */
  public boolean isCommittee() {
    return this == COMMITTEE || this == TRADE || this == JOINT;
  }
}
