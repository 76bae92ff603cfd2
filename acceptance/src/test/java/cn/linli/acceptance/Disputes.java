package cn.linli.acceptance;

import static cn.linli.acceptance.Person.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Filings of disputes for scenarios. */
final class Disputes {

  private Disputes() {}

  /** Two neighbours in a place; the first one asks for money. */
  static Map<String, Object> neighbours(String division) {
    return filing(
        division,
        "neighbours",
        List.of(
            json("name", "王小一", "role", "applicant", "phone", "13847200011"),
            json("name", "李小二", "role", "respondent")),
        1);
  }

  /** So many owners against one developer, each with a claim of its own. */
  static Map<String, Object> owners(String division, int owners) {
    var parties = new ArrayList<Map<String, Object>>();
    for (int i = 1; i <= owners; i++) {
      parties.add(json("name", "业主" + i, "role", "applicant"));
    }
    parties.add(json("name", "开发公司", "role", "respondent", "type", "organisation"));
    return filing(division, "tenancy", parties, owners);
  }

  private static Map<String, Object> filing(
      String division, String kind, List<Map<String, Object>> parties, int applicants) {
    var claims = new ArrayList<Map<String, Object>>();
    for (int i = 1; i <= applicants; i++) {
      claims.add(
          json(
              "by",
              "p" + i,
              "against",
              List.of("p" + (applicants + 1)),
              "content",
              "赔偿损失",
              "amountFen",
              300_000));
    }
    return json(
        "division",
        division,
        "kind",
        kind,
        "title",
        "漏水赔偿纠纷",
        "facts",
        "双方多次协商未果。",
        "source",
        "self",
        "parties",
        parties,
        "claims",
        claims);
  }

  /** A party's answer, written down by who mediates. */
  static Map<String, Object> consent(String party, boolean given) {
    return json("given", given, "party", party, "recordedOnBehalf", json("evidence", "当面笔录"));
  }
}
