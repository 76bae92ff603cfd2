package cn.linli.petition.domain;

import cn.linli.events.WireName;

/** 提事 议事 商事 办事 评事, in this order (domain rules R4-16). */
public enum DeliberationStep implements WireName {
  DELIBERATE,
  MEETING,
  CONSULT,
  ACT,
  REVIEW
}
