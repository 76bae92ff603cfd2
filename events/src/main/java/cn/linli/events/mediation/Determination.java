package cn.linli.events.mediation;

import cn.linli.events.WireName;

/**
 * What an agreement settles that no court confirms (民诉法解释 §355): a person's status, a right in rem
 * or in intellectual property, what is outside a court's scope.
 */
public enum Determination implements WireName {
  MARRIAGE,
  KINSHIP,
  ADOPTION,
  RIGHT_IN_REM,
  INTELLECTUAL_PROPERTY,
  OUTSIDE_COURT
}
