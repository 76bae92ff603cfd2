package cn.linli.events.timebank;

import cn.linli.events.WireName;

/** What somebody gets for minutes or points. Money is never among it (志愿服务条例 §2–3, §37). */
public enum RewardKind implements WireName {
  GOODS,
  SERVICE
}
