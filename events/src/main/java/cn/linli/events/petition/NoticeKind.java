package cn.linli.events.petition;

import cn.linli.events.WireName;

/** What a written notice tells a petitioner. Source: 信访工作条例 §23 (receipt), §34, §35. */
public enum NoticeKind implements WireName {
  RECEIPT,
  EXTENSION,
  ANSWER
}
