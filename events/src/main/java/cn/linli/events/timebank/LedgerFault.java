package cn.linli.events.timebank;

import cn.linli.events.WireName;

/** What can be wrong with a ledger. */
public enum LedgerFault implements WireName {
  /** A hash does not follow from its line and the line before: one of the two was changed. */
  BROKEN_CHAIN,
  /** A line is missing before this one, or it stands twice. */
  NOT_DENSE,
  /** The balance is not the one before and the amount. */
  WRONG_BALANCE,
  /** More was spent than was there. */
  OVERDRAWN,
  /** Lines of one command do not sum to zero. */
  UNEVEN,
  /** The lines up to a root are not those that it was made of. */
  NOT_AS_SEALED,
  /** Lines against a clearing account are not what the two communities' own stream says. */
  NOT_AS_CLEARED,
  UNREADABLE
}
