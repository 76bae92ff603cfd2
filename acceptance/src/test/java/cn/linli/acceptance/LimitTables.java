package cn.linli.acceptance;

import static cn.linli.acceptance.Person.json;

import java.util.List;
import java.util.Map;

/** Tables of limits for places that show what their clocks do. */
final class LimitTables {

  static final Map<String, Object> AT_ONCE = json("amount", 0, "unit", "minutes");
  static final Map<String, Object> A_DAY = json("amount", 24, "unit", "hours");

  static final String BASIS = "acceptance: shows the clock";

  private LimitTables() {}

  /** One limit for all answers; everything else within a day. */
  static Map<String, Object> answering(Map<String, Object> answer) {
    var classes = json();
    for (var limitClass :
        new String[] {
          "emergency",
          "utilities",
          "consultation",
          "appeal",
          "complaint",
          "suggestion",
          "hazard",
          "complex"
        }) {
      classes.put(
          limitClass,
          json(
              "dispatch", A_DAY,
              "contact", A_DAY,
              "answer", answer,
              "extension", json("times", 0),
              "basis", BASIS));
    }
    return json("classes", classes, "utilityCategories", List.of("heating"));
  }

  /** Whoever a whistle calls without a limit of its own has to be there like that. */
  static Map<String, Object> checkingIn(Map<String, Object> within) {
    var cases = json();
    for (var why : new String[] {"unsolvable", "joint-enforcement", "emergency"}) {
      cases.put(why, json("within", within, "basis", BASIS));
    }
    var table = answering(A_DAY);
    table.put("checkIn", cases);
    return table;
  }
}
