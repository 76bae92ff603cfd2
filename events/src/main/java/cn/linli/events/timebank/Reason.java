package cn.linli.events.timebank;

import cn.linli.events.WireName;

/** Why minutes or points were booked. */
public enum Reason implements WireName {
  /** Service given and confirmed. */
  SERVICE,
  /** A neighbour's service, paid by who received it. */
  EXCHANGE,
  /** A mediator's session. */
  SESSION,
  /** What a new account starts with. */
  WELCOME,
  /** From the public purse. */
  GRANT,
  TRANSFER,
  DONATION,
  /** Spent on a reward. */
  REDEEMED,
  DEED,
  DEDUCTION,
  REVERSAL,
  EXPIRY,
  /** Above the cap of an account: goes on to the pool. */
  OVERFLOW,
  /** What somebody left, to a relative or to the pool. */
  SUCCESSION,
  /** Two passbooks of one person became one. */
  JOINED;

  /** Somebody gave time: as a volunteer, to a neighbour, or as a mediator. */
  public boolean isForService() {
    return this == SERVICE || this == EXCHANGE || this == SESSION;
  }
}
