package cn.linli.events.timebank;

import cn.linli.events.WireName;

/** What is odd about a session that wristband readings make. */
public enum SessionFlag implements WireName {
  /** Nobody checked out: closed by the rule of the scheme. */
  OPEN,
  /** The same wristband was at two places at once: neither counts. */
  TWO_PLACES,
  /** The same person served elsewhere at that time, as other records say. */
  OVERLAP,
  /** The caps of the scheme leave nothing. */
  CAPPED
}
