package cn.linli.mediation.domain.roster;

import cn.linli.events.WireName;

/** Why somebody may not mediate between these parties. Source: 人民调解法 §15 (1), §23. */
public enum ConflictKind implements WireName {
  /** Is a party, or speaks for one. */
  OWN_CLAIM,
  DECLARED_KIN,
  /** Works for a party, or has declared an interest in it. */
  SAME_ORGANISATION,
  /** Was on the other side in an earlier dispute. */
  FORMER_OPPONENT,
  /** Was on the same side in an earlier dispute. */
  FORMER_PARTY,
  /** A party does not accept them. */
  REFUSED_BY_PARTY,
  /** They have stepped aside themselves in this dispute. */
  RECUSED
}
