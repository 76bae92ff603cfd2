package cn.linli.acceptance;

import java.util.ArrayList;
import java.util.List;

/** Received requests of a division, broken down. */
final class Breakdown {

  record Row(String key, long received) {}

  private Breakdown() {}

  static List<Row> of(String division, String by) {
    var answer =
        Person.as("city-officer@" + division.substring(0, 4))
            .get("/views/" + division + "/breakdown?by=" + by)
            .ok();
    var rows = new ArrayList<Row>();
    for (var item : answer.at("rows")) {
      var received = item.path("figures").path("petitions.received").path("value");
      rows.add(new Row(item.path("key").asString(), received.asLong()));
    }
    return rows;
  }
}
