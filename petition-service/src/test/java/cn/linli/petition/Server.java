package cn.linli.petition;

import cn.linli.platform.config.tables.LimitClass;
import cn.linli.testing.ServiceUnderTest;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The petition service, and tables of places where time runs otherwise. */
final class Server extends ServiceUnderTest {

  Server(String name, Clock clock, String... more) {
    super(PetitionService.class, PetitionStore::migrate, name, clock, more);
  }

  /** A table of rungs: the grid's clock, and that of all others. */
  static Map<String, Object> rungs(Map<String, Object> grid, Map<String, Object> others) {
    var rungs = json("grid", json("clock", grid, "basis", "test"));
    for (var level : new String[] {"community", "street", "district"}) {
      rungs.put(level, json("clock", others, "basis", "test"));
    }
    return json("rungs", rungs);
  }

  /** A table of limits: the answer's, and all others. */
  static Map<String, Object> limits(Map<String, Object> answer, Map<String, Object> others) {
    var classes = json();
    for (var each : LimitClass.values()) {
      classes.put(
          each.wire(),
          json(
              "dispatch", others,
              "contact", others,
              "answer", answer,
              "extension", json("times", 0),
              "basis", "test"));
    }
    return json("classes", classes, "utilityCategories", List.of("heating"));
  }
}
