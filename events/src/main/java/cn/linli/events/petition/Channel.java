package cn.linli.events.petition;

import cn.linli.events.WireName;

/** The way a request came in. */
public enum Channel implements WireName {
  HOTLINE,
  APP,
  WECHAT,
  WEB,
  MAILBOX,
  LETTER,
  VISIT,
  WINDOW,
  CANNOT_GET_IT_DONE_WINDOW,
  REGISTRATION_POINT,
  SERVICE_STATION,
  BUILDING_LEAD,
  GRID_PATROL,
  LISTENING_DAY,
  COUNCIL,
  PROACTIVE,
  REFERRAL,
  IMPORT,
  OPEN311
}
