package cn.linli.events.timebank;

import cn.linli.events.WireName;

/** How a volunteer's coming and going is known. */
public enum CheckWay implements WireName {
  /** The organiser saw it. */
  ORGANISER,
  /** The volunteer gave the code that is told on the spot. */
  CODE,
  /** The volunteer said so; the organiser's confirmation has the last word. */
  OWN
}
