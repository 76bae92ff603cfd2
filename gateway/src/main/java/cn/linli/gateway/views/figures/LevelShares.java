package cn.linli.gateway.views.figures;

import cn.linli.events.petition.Level;
import cn.linli.events.petition.PetitionEvent.Closed;
import cn.linli.events.petition.PetitionEvent.Reopened;
import cn.linli.events.petition.Regime;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where matters were closed: 小事不出网格、大事不出社区. A case is counted once, at the level that resolved it;
 * formal petitions never stand below street and are left out. Source: domain rules §0.6, R5-15.
 */
final class LevelShares {

  private static final Map<Level, Count> AT = new EnumMap<>(Level.class);
  private static final Count LEFT_CITY = at("closedAt.beyond", null);

  static {
    for (var level : Level.values()) {
      AT.put(level, at("closedAt." + level.wire(), level));
    }
  }

  private static final List<Count> COUNTS =
      Stream.concat(AT.values().stream(), Stream.of(LEFT_CITY)).toList();

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
    return Figure.ratio(
        "petitions.levelShare." + code,
        nameZh,
        nameEn,
        "期内由" + whereZh + "办结的热线件 ÷ 期内有办结层级的热线件；出市的件单列，信访件和无层级的导入件不计",
        "hotline and grid matters closed in the period that "
            + whereEn
            + " resolved ÷ those with a"
            + " level; matters that left the city are listed apart; formal petitions and imported"
            + " history without a level are left out",
        target,
        COUNTS,
        new Figure.CaseFilter("closed", false, "closed"),
        sums -> {
          long all = AT.values().stream().mapToLong(sums::in).sum();
          long here = Stream.of(levels).mapToLong(level -> sums.in(AT.get(level))).sum();
          return Figure.Result.ratio(here, all, sums.in(LEFT_CITY));
        });
  }

  private static Count at(String name, @Nullable Level counted) {
    return Count.of(name)
        .on(Closed.class, (event, day, adding) -> count(counted, event.level(), day, 1, adding))
        .on(
            Reopened.class,
            (event, day, adding) -> {
              if (event.closedDay() != null) {
                count(counted, event.level(), event.closedDay(), -1, adding);
              }
            })
        .moved((standing, adding) -> {
          var closing = standing.closing();
          if (closing != null) {
            count(counted, closing.level(), closing.day(), 1, adding);
          }
        });
  }

  private static void count(
      @Nullable Level counted,
      @Nullable Level level,
      LocalDate day,
      long delta,
      Count.Adding adding) {
    boolean shown = level != null || !adding.imported();
    if (shown && level == counted && adding.regime() == Regime.HOTLINE) {
      adding.add(day, delta, level);
    }
  }
}
