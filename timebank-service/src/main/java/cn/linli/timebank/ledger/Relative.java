package cn.linli.timebank.ledger;

import cn.linli.events.timebank.RelationKind;

/** Holder of another account, with evidence that a clerk saw. */
public record Relative(String account, RelationKind kind) {

  /** More than any family has. */
  public static final int COUNT_MAX = 30;
}
