package cn.linli.standalone.simulator;

import cn.linli.platform.division.Division;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.DivisionTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the demo city's people live: grids 001–009 of the reference communities of 烟台 (domain rules
 * §2.5). 大海阳 and its street have most of the work.
 */
final class DemoCity {
  static final String CITY = "3706";
  static final String REFERENCE_COMMUNITY = "370602003006";
  private static final String REFERENCE_STREET = "370602003";

  /** 回里镇 and the three streets of the development zone. */
  private static final List<String> OTHER_STREETS =
      List.of("370611104", "370676001", "370676002", "370676003");

  private static final int VILLAGES_PER_STREET = 8;
  private static final int GRIDS = 9;

  private final List<String> referenceGrids = grids(REFERENCE_COMMUNITY);
  private final List<String> streetGrids;
  private final List<String> otherGrids;

  DemoCity(DivisionTree tree) {
    streetGrids =
        tree.children(DivisionCode.of(REFERENCE_STREET)).stream()
            .map(Division::code)
            .flatMap(c -> grids(c.value()).stream())
            .toList();
    var others = new ArrayList<String>();
    for (var street : OTHER_STREETS) {
      tree.children(DivisionCode.of(street)).stream()
          .limit(VILLAGES_PER_STREET)
          .forEach(c -> others.addAll(grids(c.code().value())));
    }
    otherGrids = List.copyOf(others);
  }

  private static List<String> grids(String community) {
    return IntStream.rangeClosed(1, GRIDS).mapToObj(n -> community + "%03d".formatted(n)).toList();
  }

  String grid(Draw draw) {
    if (draw.chance(40)) {
      return draw.oneOf(referenceGrids);
    }
    return draw.oneOf(draw.chance(60) ? streetGrids : otherGrids);
  }
}
