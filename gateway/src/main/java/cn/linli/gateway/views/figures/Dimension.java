package cn.linli.gateway.views.figures;

import cn.linli.events.WireName;
import java.util.Optional;

/** What figures can be broken down by. A level is known only once a matter was resolved. */
public enum Dimension implements WireName {
  CATEGORY,
  CHANNEL,
  KIND,
  LEVEL,
  /** Of disputes: how mediators sat. */
  MECHANISM,
  /** Of disputes: where they went on. */
  PATHWAY,
  /** Of the time bank: what was given. */
  SERVICE;

  public static Optional<Dimension> ofWire(String wire) {
    for (var dimension : values()) {
      if (dimension.wire().equals(wire)) {
        return Optional.of(dimension);
      }
    }
    return Optional.empty();
  }
}
