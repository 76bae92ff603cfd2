package cn.linli.mediation.domain;

import cn.linli.events.WireName;

/** Where a dispute stands in its life (api.md, "Mediation"). */
public enum Status implements WireName {
  REGISTERED,
  REFUSED,
  /** A committee has it and asks the parties. */
  CONSENTING,
  MEDIATING,
  AGREED,
  EFFECTIVE,
  PERFORMED,
  BREACHED,
  FAILED,
  WITHDRAWN,
  CLOSED;

  /** Mediation has not come to its end, well or badly. */
  public boolean isOpen() {
    return this == REGISTERED || this == CONSENTING || this == MEDIATING;
  }

  /** Somebody still has to do something: to mediate, to sign, to perform, to look after it. */
  public boolean isOwed() {
    return switch (this) {
      case REGISTERED, CONSENTING, MEDIATING, AGREED, EFFECTIVE, BREACHED -> true;
      case REFUSED, PERFORMED, FAILED, WITHDRAWN, CLOSED -> false;
    };
  }
}
