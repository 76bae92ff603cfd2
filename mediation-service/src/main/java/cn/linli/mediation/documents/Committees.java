package cn.linli.mediation.documents;

import cn.linli.events.mediation.Bench;
import cn.linli.platform.division.Division;
import cn.linli.platform.division.Divisions;
import java.util.Optional;
import java.util.stream.Collectors;

/** A committee's full name as papers tell it: its place from the city down, and what it is. */
final class Committees {

  private static final int PROVINCE_DIGITS = 2;

  private final Divisions divisions;

  Committees(Divisions divisions) {
    this.divisions = divisions;
  }

  String name(Bench bench) {
    String place =
        divisions.now().pathOf(bench.division()).stream()
            .filter(code -> code.length() > PROVINCE_DIGITS)
            .map(code -> divisions.now().find(code))
            .flatMap(Optional::stream)
            .filter(division -> !division.virtual())
            .map(Division::name)
            .map(Committees::plain)
            .collect(Collectors.joining());
    return place + (bench.committee() == null ? "楼栋调解点" : "人民调解委员会");
  }

  /** Statistical registers name the body in place of the place: 大海阳社区居民委员会. */
  private static String plain(String name) {
    return name.replaceFirst("(?<=.{2})(居民委员会|居委会|村民委员会|村委会|办事处)$", "");
  }
}
