package cn.linli.timebank.casework;

import cn.linli.platform.division.Division;
import cn.linli.platform.division.Divisions;
import java.util.Optional;
import java.util.stream.Collectors;

/** Full names of places as papers tell them, from the city down. */
public final class Places {

  private static final int PROVINCE_DIGITS = 2;

  private final Divisions divisions;

  public Places(Divisions divisions) {
    this.divisions = divisions;
  }

  public String name(String division) {
    return divisions.now().pathOf(division).stream()
        .filter(code -> code.length() > PROVINCE_DIGITS)
        .map(code -> divisions.now().find(code))
        .flatMap(Optional::stream)
        .filter(it -> !it.virtual())
        .map(Division::name)
        .map(Places::plain)
        .collect(Collectors.joining());
  }

  /** Statistical registers name the body in place of the place: 大海阳社区居民委员会. */
  private static String plain(String name) {
    return name.replaceFirst("(?<=.{2})(居民委员会|居委会|村民委员会|村委会|办事处)$", "");
  }
}
