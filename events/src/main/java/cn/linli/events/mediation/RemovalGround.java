package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** For what a mediator is told off and, where it is grave, removed (人民调解法 §15). */
public enum RemovalGround implements WireName {
  /** Sided with one party. */
  BIAS,
  /** Insulted a party. */
  INSULT,
  /** Asked for or took money, goods or another undue benefit. */
  BENEFIT,
  /** Let out somebody's private matters or business secrets. */
  LEAK
}
