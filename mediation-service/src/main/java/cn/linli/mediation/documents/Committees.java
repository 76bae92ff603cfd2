package cn.linli.mediation.documents;

import cn.linli.events.mediation.Bench;
import cn.linli.mediation.casework.Benches;
import cn.linli.platform.division.Division;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.Divisions;
import java.util.Optional;
import java.util.stream.Collectors;

/** A committee's full name as papers tell it: its place from the city down, and what it is. */
final class Committees {

  private static final int PROVINCE_DIGITS = 2;

  private final Divisions divisions;
  private final Benches benches;

  Committees(Divisions divisions, Benches benches) {
    this.divisions = divisions;
    this.benches = benches;
  }

  /** One of a trade, a joint one or a studio has the name under which it is registered. */
  String name(Bench bench) {
    String committee = bench.committee();
    if (committee != null && DivisionCode.parse(committee).isEmpty()) {
      return benches.name(committee);
    }
    String place =
        divisions.now().pathOf(bench.division()).stream()
            .filter(code -> code.length() > PROVINCE_DIGITS)
            .map(code -> divisions.now().find(code))
            .flatMap(Optional::stream)
            .filter(division -> !division.virtual())
            .map(Division::name)
            .map(Committees::plain)
            .collect(Collectors.joining());
    return place + (committee == null ? "楼栋调解点" : "人民调解委员会");
  }

  /** Statistical registers name the body in place of the place: 大海阳社区居民委员会. */
  private static String plain(String name) {
    return name.replaceFirst("(?<=.{2})(居民委员会|居委会|村民委员会|村委会|办事处)$", "");
  }
}
