package cn.linli.platform.search;

import cn.linli.platform.search.ListOrder.Place;
import java.util.Arrays;
import java.util.List;

/**
 * A text that can be found: where it stands and its keyed sketch, not a word of it.
 *
 * @param division code, or what stands for one that is not known
 * @param sketch 128 bytes
 */
record Entry(Place place, String division, byte[] sketch) {

  /** City, district, street: what is below is few enough to look through. */
  private static final List<Integer> AREA_DIGITS = List.of(4, 6, 9);

  /** Areas whose searches find it. */
  List<String> areas() {
    return Character.isDigit(division.charAt(0))
        ? AREA_DIGITS.stream()
            .filter(digits -> digits <= division.length())
            .map(digits -> division.substring(0, digits))
            .toList()
        : List.of();
  }

  /** The smallest of these areas around a division; empty for a province. */
  static String areaAround(String division) {
    return AREA_DIGITS.reversed().stream()
        .filter(digits -> digits <= division.length())
        .map(digits -> division.substring(0, digits))
        .findFirst()
        .orElse("");
  }

  static boolean covers(byte[] sketch, int from, byte[] query) {
    for (int i = 0; i < query.length; i++) {
      if ((sketch[from + i] & query[i]) != query[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Entry it
        && place.equals(it.place)
        && division.equals(it.division)
        && Arrays.equals(sketch, it.sketch);
  }

  @Override
  public int hashCode() {
    return place.hashCode();
  }
}
