package cn.linli.platform.places;

import static cn.linli.platform.access.Role.ADMIN;
import static cn.linli.platform.web.Roles.by;
import static cn.linli.platform.web.Roles.open;

import cn.linli.platform.division.DivisionCsv;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.division.OrphanDivision;
import cn.linli.platform.web.FileCall;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Violation;
import cn.linli.platform.web.Web;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /api/v1/divisions/import}: codes of places from CSV, all or nothing. What was
 * imported is public and open to whoever follows it.
 */
final class DivisionImportRoutes {

  private static final int ROWS_MAX = 50_000;

  private final Divisions divisions;
  private final DivisionStore store;

  DivisionImportRoutes(Divisions divisions, DivisionStore store) {
    this.divisions = divisions;
    this.store = store;
  }

  /**
   * @param accepted rows that were new or replaced a code
   */
  record ImportReply(long accepted, long revision) {}

  RouteTable table(Web web) {
    return Routes.under("/api/v1/divisions", web)
        .file("/import", ImportReply.class, by(ADMIN), List.of(), this::take)
        .about("Adds divisions: code,name and aliases,validFrom,validTo,supersededBy. All or none.")
        .get(
            "/imported",
            DivisionChanges.class,
            open(),
            List.of("after"),
            query -> store.since(query.number("after", 0, 0, Integer.MAX_VALUE)))
        .about("What was imported after a revision, for those who keep a tree of their own.")
        .build();
  }

  private ImportReply take(FileCall call) {
    DivisionCsv.Read read = DivisionCsv.read(call.text());
    var violations = new ArrayList<Violation>();
    read.bad().forEach(bad -> violations.add(new Violation("line " + bad.line(), bad.problem())));
    if (read.divisions().isEmpty() && violations.isEmpty()) {
      violations.add(new Violation("", "has no rows"));
    }
    if (read.divisions().size() > ROWS_MAX) {
      violations.add(new Violation("", "has more than " + ROWS_MAX + " rows"));
    }
    for (var division : read.divisions()) {
      if (!call.caller().covers(division.code())) {
        throw new ProblemException(Problem.of(403, "out-of-scope"));
      }
    }
    if (violations.isEmpty()) {
      try {
        divisions.add(read.divisions());
        return new ImportReply(read.divisions().size(), store.add(read.divisions()));
      } catch (OrphanDivision orphan) {
        violations.add(new Violation(orphan.code().value(), "has no parent"));
      }
    }
    throw new ProblemException(new Problem(422, "invalid-divisions", Map.of(), violations, null));
  }
}
