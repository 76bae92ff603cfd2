package cn.linli.gateway.views.figures;

import cn.linli.events.petition.Level;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where matters were closed: 小事不出网格、大事不出社区. A case is counted once, at the level that resolved it;
 * formal petitions never stand below street and are left out. Source: domain rules §0.6, R5-15.
 */
final class LevelShares {

  private static final Set<String> LEVELS = codes(Level.values());

  static final Figure GRID =
      share("grid", "网格内办结占比", "Closed in the grid", "网格", "the grid", 0.7, Level.GRID);
  static final Figure COMMUNITY =
      share(
          "community",
          "社区内办结占比",
          "Closed in the community",
          "社区",
          "the community",
          0.2,
          Level.COMMUNITY);
  static final Figure UPWARD =
      share(
          "upward",
          "上行占比",
          "Closed above the community",
          "街道、区县或市",
          "street, district or city",
          0.1,
          Level.STREET,
          Level.DISTRICT,
          Level.CITY);

  private LevelShares() {}

  private static Figure share(
      String code,
      String nameZh,
      String nameEn,
      String whereZh,
      String whereEn,
      double target,
      Level... levels) {
    Set<String> here = codes(levels);
    return Figure.ratio(
        "petitions.levelShare." + code,
        nameZh,
        nameEn,
        "期内由" + whereZh + "办结的热线件 ÷ 期内有办结层级的热线件；出市的件单列，信访件和无层级的导入件不计",
        "hotline and grid matters closed in the period that "
            + whereEn
            + " resolved ÷ those with a level; matters that left the city are listed apart; formal"
            + " petitions and imported history without a level are left out",
        target,
        List.of(Closed.COUNT),
        new Figure.CaseFilter("closed", false),
        sums ->
            Figure.Result.ratio(
                sums.in(Closed.COUNT, here::contains),
                sums.in(Closed.COUNT, LEVELS::contains),
                sums.in(Closed.COUNT, Closed.BEYOND::equals)));
  }

  private static Set<String> codes(Level... levels) {
    return Stream.of(levels).map(Level::wire).collect(Collectors.toUnmodifiableSet());
  }
}
