package cn.linli.events.timebank;

import cn.linli.events.WireName;

/** What a hold waits for. */
public enum HoldPurpose implements WireName {
  ORDER,
  EXCHANGE,
  REVERSAL,
  DEDUCTION
}
