package cn.linli.gateway.views.cells;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;

import cn.linli.gateway.views.figures.Dimension;
import cn.linli.platform.fold.CellKeys;
import cn.linli.platform.fold.ViewCollections;
import com.mongodb.ClientSessionOptions;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Reads all cells of a frame in one find with read concern {@code snapshot}: what a folder commits
 * meanwhile is seen whole or not at all, so a city is always the sum of its streets.
 */
public final class CellReader {

  private static final ClientSessionOptions AT_ONE_TIME =
      ClientSessionOptions.builder().snapshot(true).build();

  private final MongoClient client;
  private final MongoCollection<Document> cells;

  public CellReader(MongoClient client, MongoDatabase database) {
    this.client = client;
    this.cells = database.getCollection(ViewCollections.CELLS);
  }

  /**
   * @param generation the live one
   * @param firstYear earliest year anything is counted for
   * @param asKnownOn what was recorded later is left out
   */
  public record Scope(String generation, int firstYear, LocalDate asKnownOn) {}

  /**
   * @param revision sum of the revisions of all cells read: changes whenever one of them does
   */
  public record Read(Map<String, SubjectCells> divisions, long revision) {
    public SubjectCells of(String division) {
      return divisions.getOrDefault(division, SubjectCells.NONE);
    }
  }

  /** The cells of some divisions, enough to sum over each of the periods. */
  public Read totals(
      Scope scope,
      Collection<String> subjects,
      Collection<String> divisions,
      Collection<Period> periods) {
    Set<String> ids = new LinkedHashSet<>();
    for (var subject : subjects) {
      for (var division : divisions) {
        for (var period : periods) {
          addKeys(scope, subject, division, period, ids);
        }
      }
    }
    Map<String, SubjectCells> found = new HashMap<>();
    long revision =
        find(
            in("_id", withSiblings(ids)),
            scope,
            (key, cell) -> {
              var into =
                  found
                      .computeIfAbsent(key.division(), unseen -> SubjectCells.empty())
                      .into(key.subject());
              if (key.month() == null) {
                inner(cell, "m")
                    .forEach((month, counts) ->
                        into.addMonth(
                            YearMonth.of(key.year(), Integer.parseInt(month)),
                            (Document) counts,
                            key.recordedDay() != null));
              } else {
                inner(cell, "d")
                    .forEach((day, counts) ->
                        into.addDay(
                            key.month().atDay(Integer.parseInt(day)),
                            (Document) counts,
                            key.recordedDay() != null));
              }
            });
    return new Read(found, revision);
  }

  /** One row for each code of the dimension that was counted in the division. */
  public Map<String, SubjectCells> rows(
      Scope scope, Collection<String> subjects, String division, Dimension by, LocalDate to) {
    Map<String, SubjectCells> rows = new TreeMap<>();
    var months =
        new Document("$gte", scope.generation() + "|" + division + "|" + scope.firstYear())
            .append("$lt", scope.generation() + "|" + division + "|" + YearMonth.from(to) + "}");
    var breakDown =
        Pattern.compile(
            subjects.stream()
                .map(CellKeys::by)
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "\\|(", ")(\\||$)")));
    find(
        and(new Document("_id", months), regex("_id", breakDown)),
        scope,
        (key, cell) ->
            inner(cell, "d")
                .forEach((day, dimensions) ->
                    inner((Document) dimensions, by.wire())
                        .forEach((code, counts) ->
                            rows.computeIfAbsent(
                                    CellKeys.code(code), unseen -> SubjectCells.empty())
                                .into(key.subject())
                                .addDay(
                                    key.month().atDay(Integer.parseInt(day)),
                                    (Document) counts,
                                    key.recordedDay() != null))));
    rows.values().forEach(SubjectCells::monthsFromDays);
    return rows;
  }

  /** Divisions one tier finer that have cells, listed in a tree or not: grids need no entry. */
  public List<String> childrenWithCells(String generation, String division, int digits) {
    var found = new ArrayList<String>();
    String start = generation + "|" + division;
    String after = start;
    while (true) {
      Document next =
          cells
              .find(new Document("_id", new Document("$gt", after).append("$lt", start + ":")))
              .sort(new Document("_id", 1))
              .projection(new Document("_id", 1))
              .first();
      if (next == null) {
        return found;
      }
      String code = CellKey.of(next.getString("_id")).division();
      if (code.length() == digits) {
        found.add(code);
      }
      after = generation + "|" + code + "}";
    }
  }

  private interface Found {
    void cell(CellKey key, Document cell);
  }

  private long find(Bson filter, Scope scope, Found found) {
    long revision = 0;
    try (var session = client.startSession(AT_ONE_TIME)) {
      for (var cell : cells.find(session, filter)) {
        var key = CellKey.of(cell.getString("_id"));
        if (key.recordedDay() == null || !key.recordedDay().isAfter(scope.asKnownOn())) {
          found.cell(key, cell);
          revision += cell.get("rev", Number.class).longValue();
        }
      }
    }
    return revision;
  }

  /** Cells by year for whole months, and those of the months that the period cuts. */
  private static void addKeys(
      Scope scope, String subject, String division, Period period, Set<String> ids) {
    for (int year = scope.firstYear(); year <= period.to().getYear(); year++) {
      add(scope, CellKeys.year(division, year, subject), ids);
    }
    addCut(scope, subject, division, YearMonth.from(period.to()), period, ids);
    if (period.from() != null) {
      addCut(scope, subject, division, YearMonth.from(period.from()), period, ids);
    }
  }

  private static void addCut(
      Scope scope,
      String subject,
      String division,
      YearMonth month,
      Period period,
      Set<String> ids) {
    if (!period.holdsAllOf(month)) {
      add(scope, CellKeys.month(division, month, subject), ids);
    }
  }

  private static void add(Scope scope, String cell, Set<String> ids) {
    ids.add(scope.generation() + "|" + cell);
  }

  /**
   * Written so that the server makes two bounds of the one index for each: a choice inside the
   * pattern, or quotes in place of backslashes, would scan all ids.
   */
  private static List<Object> withSiblings(Set<String> ids) {
    var keys = new ArrayList<Object>(2 * ids.size());
    for (var id : ids) {
      keys.add(id);
      keys.add(Pattern.compile("^" + id.replace("|", "\\|") + "\\|r"));
    }
    return keys;
  }

  private static Document inner(Document document, String name) {
    return document.get(name) instanceof Document found ? found : new Document();
  }
}
