package cn.linli.events.petition;

import cn.linli.events.WireName;

/** How a written notice reached the petitioner. */
public enum NoticeWay implements WireName {
  ON_THE_SPOT,
  IN_PERSON,
  POST,
  ELECTRONIC
}
