package cn.linli.events.petition;

import cn.linli.events.WireName;

/** What a street answers a community that called it. */
public enum CallAnswer implements WireName {
  /** It will call the departments. */
  WHISTLE,
  /** It takes the matter in hand itself. */
  HANDLE,
  /** The community goes on alone. */
  DECLINE
}
