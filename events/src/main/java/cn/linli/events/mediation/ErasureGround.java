package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** Why what is personal goes (个人信息保护法 §47). */
public enum ErasureGround implements WireName {
  /** A party asks, and the matter is done with: §47 (1), (3). */
  REQUEST,
  /** The tenant's time of keeping is over: §47 (2). */
  RETENTION_OVER,
  /** It should never have been taken in: §47 (4). */
  UNLAWFUL
}
