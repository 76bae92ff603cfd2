package cn.linli.events.petition;

import cn.linli.events.WireName;

/** What a petitioner is told by message. */
public enum NoticeAbout implements WireName {
  ACCEPTANCE,
  EXTENSION,
  SUSPENSION,
  ANSWER,
  RETURN
}
