package cn.linli.events.timebank;

import cn.linli.events.WireName;

/** Whose a passbook is. */
public enum AccountKind implements WireName {
  PERSON,
  HOUSEHOLD,
  /** A team of volunteers: what it earns it can only donate (domain rules §6.2, Nanjing). */
  GROUP,
  /** The common purse of one community. */
  POOL
}
