package cn.linli.mediation.handover;

import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.Pathway;
import cn.linli.mediation.domain.Pathways;
import cn.linli.platform.config.Configuration;
import cn.linli.platform.config.tables.PathwayTable;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Query;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which pathways there are, who is responsible on each, and which a kind may go along. */
final class Catalogue {

  private final Configuration tables;

  Catalogue(Configuration tables) {
    this.tables = tables;
  }

  record Reply(List<Item> items) {}

  /**
   * @param refusal why the kind that was asked for may not go along it; null: it may, or none was
   *     asked for
   */
  record Item(
      Pathway pathway,
      List<PathwayTable.Body> bodies,
      @Nullable String basis,
      @Nullable String refusal) {}

  Object all(Query<NoBody> query) {
    var kind = query.oneOf("kind", DisputeKind.class);
    PathwayTable now = at(query.division("division").orElse(query.caller().scope()).value());
    return new Reply(
        Arrays.stream(Pathway.values())
            .map(pathway ->
                new Item(
                    pathway,
                    now.row(pathway).bodies(),
                    now.row(pathway).basis(),
                    kind.flatMap(it -> Pathways.objection(pathway, it)).orElse(null)))
            .toList());
  }

  /** Who is asked where nobody was named: the first of the row. */
  String standing(Pathway pathway, String division) {
    return at(division).standing(pathway);
  }

  String name(String division, Pathway pathway, String body) {
    return at(division).name(pathway, body);
  }

  private PathwayTable at(String division) {
    return tables.table(PathwayTable.class, division);
  }
}
