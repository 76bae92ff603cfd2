package cn.linli.events.petition;

import cn.linli.events.WireName;

/** Why a street calls departments to the spot. Source: 北京市政府“吹哨报到”问答 (domain rules §4.4). */
public enum WhistleCase implements WireName {
  /** A resident's matter that the street can't solve by itself. */
  UNSOLVABLE,
  /** Several departments have to enforce the law together. */
  JOINT_ENFORCEMENT,
  /** Harm is near. */
  EMERGENCY
}
