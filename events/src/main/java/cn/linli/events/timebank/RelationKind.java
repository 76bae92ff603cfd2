package cn.linli.events.timebank;

import cn.linli.events.WireName;

/** How the holder of another account stands to this one. */
public enum RelationKind implements WireName {
  /** Spouse, parents, grandparents, children, grandchildren (domain rules §6.2: 直系亲属). */
  LINEAL,
  FRIEND
}
