package cn.linli.events.petition;

import cn.linli.events.WireName;

/** Which limit a due instant belongs to. */
public enum DueKind implements WireName {
  TRANSFER,
  NOTICE,
  DISPATCH,
  CONTACT,
  ANSWER,
  REVIEW,
  RUNG,
  SUPERVISION,
  RESUME,
  REINSPECTION
}
