package cn.linli.platform.web;

import cn.linli.events.WireName;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The values of an enum as they stand on the wire. */
final class WireNames {

  private WireNames() {}

  static String of(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(each -> each instanceof WireName name ? name.wire() : each.toString())
        .collect(Collectors.joining(", "));
  }
}
