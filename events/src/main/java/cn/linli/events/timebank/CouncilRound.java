package cn.linli.events.timebank;

import cn.linli.events.WireName;

/** What the moral council votes on. */
public enum CouncilRound implements WireName {
  MATTER,
  OBJECTION,
  APPEAL
}
