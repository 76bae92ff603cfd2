package cn.linli.mediation.domain;

/** What only a party does, by its own token or recorded for it. */
public interface PartyAct {
  Voice voice();
}
