package cn.linli.events.timebank;

import cn.linli.events.WireName;

/** Who speaks in a match. */
public enum MatchSide implements WireName {
  PROVIDER,
  RECIPIENT,
  /** Who brings the two together. */
  CLERK
}
