package cn.linli.gateway.divisions;

import static cn.linli.platform.web.Roles.anyone;

import cn.linli.platform.division.Division;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.DivisionTree;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.division.Tier;
import cn.linli.platform.web.Page;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** {@code GET /api/v1/divisions/{code}} and its children. */
@Configuration(proxyBeanMethods = false)
class DivisionRoutes {

  /**
   * @param virtual stands for a whole city or an address without a committee
   * @param path codes from the province down to the division
   */
  record DivisionReply(
      DivisionCode code,
      String name,
      Tier tier,
      @Nullable DivisionCode parent,
      boolean virtual,
      List<String> path) {

    static DivisionReply of(Division division) {
      var code = division.code();
      return new DivisionReply(
          code,
          division.name(),
          code.tier(),
          code.parent().orElse(null),
          division.virtual(),
          code.path());
    }
  }

  @Bean
  RouteTable divisionTable(Web web, Divisions divisions) {
    return Routes.under("/api/v1/divisions", web)
        .get(
            "/{code}",
            DivisionReply.class,
            anyone(),
            query -> DivisionReply.of(found(divisions.now(), query)))
        .about("A division by its code; padded forms are understood.")
        .get(
            "/{code}/children",
            DivisionReply.class,
            anyone(),
            query -> children(divisions.now(), query))
        .about("The divisions directly below, by code.")
        .build();
  }

  private static Page<DivisionReply> children(DivisionTree tree, Query<?> query) {
    var parent = found(tree, query);
    return new Page<>(tree.children(parent.code()).stream().map(DivisionReply::of).toList(), null);
  }

  private static Division found(DivisionTree tree, Query<?> query) {
    return DivisionCode.parse(query.path("code"))
        .flatMap(tree::find)
        .orElseThrow(() -> new ProblemException(Problem.notFound()));
  }
}
