package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** How far a bundle got with the body that takes claims over. */
public enum ReceiptState implements WireName {
  SENT,
  RECEIVED,
  ACCEPTED,
  REJECTED
}
