package cn.linli.events.petition;

import cn.linli.events.WireName;

/** The law a case stands under: hotline order (12345) or formal petition (信访). Never both. */
public enum Regime implements WireName {
  HOTLINE,
  FORMAL
}
