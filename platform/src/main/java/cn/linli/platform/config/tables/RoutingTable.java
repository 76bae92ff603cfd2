package cn.linli.platform.config.tables;

import cn.linli.events.petition.Level;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a new matter first. A route of a category holds for all below it unless they have their
 * own.
 *
 * @param otherwise for categories without a route
 */
public record RoutingTable(
    @Size(max = RoutingTable.ROUTES_MAX) Map<String, Route> routes, @Nullable Route otherwise)
    implements ConfigTable {

  static final int ROUTES_MAX = 2_000;

  /**
   * @param level the rung it starts on, unless the division given is coarser
   * @param organisation the body that handles it there; null: the unit of that rung itself
   */
  public record Route(
      @Nullable Level level, @Nullable String organisation, @Nullable String basis) {

    void check(String field, Flaws flaws) {
      if (level == null) {
        flaws.add(field + ".level", Flaw.MISSING);
      }
      if (organisation != null) {
        flaws.code(field + ".organisation", organisation);
      }
      flaws.basis(field + ".basis", basis);
    }
  }

  public RoutingTable {
    routes = Copies.of(routes);
  }

  /**
   * @param categoryPath the category first, its ancestors after it ({@link CategoryTree#path})
   */
  public Route route(List<String> categoryPath) {
    for (String category : categoryPath) {
      Route route = routes.get(category);
      if (route != null) {
        return route;
      }
    }
    return Objects.requireNonNull(otherwise);
  }

  @Override
  public List<Flaw> flaws() {
    var flaws = new Flaws();
    flaws.size("routes", routes.size(), ROUTES_MAX);
    routes.forEach((category, route) -> {
      flaws.code("routes." + category, category);
      route.check("routes." + category, flaws);
    });
    if (otherwise == null) {
      flaws.add("otherwise", Flaw.MISSING);
    } else {
      otherwise.check("otherwise", flaws);
    }
    return flaws.list();
  }
}
