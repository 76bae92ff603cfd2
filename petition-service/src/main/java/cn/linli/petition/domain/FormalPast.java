package cn.linli.petition.domain;

import cn.linli.events.petition.Regime;

/**
 * How a matter stands in the formal regime that a new request names as its previous one. While it
 * is pending a superior does not take it up (信访工作条例 §19); once it is over nobody does (§36).
 */
public enum FormalPast {
  NONE,
  PENDING,
  OVER;

  public static FormalPast of(Petition previous) {
    FormalCase formal = previous.proceedings().formal();
    if (previous.filed().facets().regime() != Regime.FORMAL || formal == null) {
      return NONE;
    }
    if (formal.over()) {
      return OVER;
    }
    boolean pending =
        switch (previous.status()) {
          case REJECTED, WITHDRAWN -> false;
          case CLOSED -> formal.opinion() != null;
          default -> true;
        };
    return pending ? PENDING : NONE;
  }
}
