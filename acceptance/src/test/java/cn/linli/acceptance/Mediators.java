package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Bodies that mediate and mediators, as scenarios need them. */
final class Mediators {

  private static int phones;

  private Mediators() {}

  /** A committee of three that lacks nothing; {@code more} adds and replaces. */
  static Map<String, Object> committee(String division, String name, Object... more) {
    var members = new ArrayList<Map<String, Object>>();
    for (int i = 1; i <= 3; i++) {
      members.add(json("name", "委员" + i, "chair", i == 1));
    }
    var body =
        json(
            "kind",
            "committee",
            "division",
            division,
            "name",
            name,
            "termFrom",
            "2026-01-01",
            "members",
            members,
            "declared",
            json("woman", true));
    body.putAll(json(more));
    return body;
  }

  /** What leans on a committee: a studio, a team. */
  static Map<String, Object> leaning(
      String kind, String division, String parent, String name, Object... more) {
    var body = json("kind", kind, "division", division, "name", name, "parent", parent);
    body.putAll(json(more));
    return body;
  }

  /** The id of a mediator of a division's committee; {@code more} is about the profile. */
  static String enrolled(Person house, String committee, String name, Object... more) {
    var filing = filing(committee, name, more);
    filing.put("phone", "1370000%04d".formatted(++phones));
    return house.post("/mediators", filing).created().id();
  }

  /** The same of somebody who acts with an account of their own. */
  static String acting(
      Person house, String committee, String account, String name, Object... more) {
    var filing = filing(committee, name, more);
    filing.put("account", account);
    return house.post("/mediators", filing).created().id();
  }

  private static Map<String, Object> filing(String committee, String name, Object... more) {
    var profile = json("grade", "part-time", "divisions", List.of(committee), "volunteer", true);
    profile.putAll(json(more));
    return json("committee", committee, "name", name, "adult", true, "profile", profile);
  }

  /** A dispute between neighbours that the division's committee has taken; both sides agreed. */
  static String mediating(String division, String community) {
    var filer = as("resident@" + division + "/ma-lan");
    var path =
        "/disputes/"
            + filer
                .post(
                    "/disputes",
                    json(
                        "division",
                        division,
                        "kind",
                        "neighbours",
                        "title",
                        "楼道堆物纠纷",
                        "facts",
                        "双方多次协商未果。",
                        "source",
                        "self",
                        "parties",
                        List.of(
                            json("name", "马兰", "role", "applicant"),
                            json("name", "杨华", "role", "respondent")),
                        "claims",
                        List.of(
                            json(
                                "by",
                                "p1",
                                "against",
                                List.of("p2"),
                                "content",
                                "清理楼道",
                                "amountFen",
                                50_000))))
                .created()
                .id();
    var head = as("committee-head@" + community);
    head.post(path + "/accept").ok();
    head.post(
            path + "/consent",
            json("given", true, "party", "p2", "recordedOnBehalf", json("evidence", "当面笔录")))
        .ok()
        .has("status", "mediating");
    return path;
  }
}
