package cn.linli.acceptance;

import java.util.ArrayList;
import java.util.List;

/** A figure of a division, broken down; without another name the requests received. */
final class Breakdown {

  record Row(String key, long counted) {}

  private Breakdown() {}

  static List<Row> of(String division, String by) {
    return of(division, by, "petitions.received");
  }

  private static List<Row> of(String division, String by, String figure) {
    var answer =
        Person.as("city-officer@" + division.substring(0, 4))
            .get("/views/" + division + "/breakdown?by=" + by)
            .ok();
    var rows = new ArrayList<Row>();
    for (var item : answer.at("rows")) {
      var counted = item.path("figures").path(figure).path("value");
      rows.add(new Row(item.path("key").asString(), counted.asLong()));
    }
    return rows;
  }

  /** Of one row; 0 where there is none. */
  static long value(String division, String by, String key, String figure) {
    return of(division, by, figure).stream()
        .filter(row -> row.key().equals(key))
        .mapToLong(Row::counted)
        .sum();
  }
}
