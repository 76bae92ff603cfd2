package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;

import java.util.Map;

/** What scenarios do again and again with a request. */
final class Petitions {

  private Petitions() {}

  /** A request with all that must be there; {@code more} adds and replaces. */
  static Map<String, Object> request(String category, String division, Object... more) {
    var body =
        json(
            "kind", "appeal",
            "channel", "window",
            "title", "请帮助处理",
            "description", "情况属实,请尽快处理。",
            "category", category,
            "urgency", "normal",
            "division", division);
    body.putAll(json(more));
    return body;
  }

  static Map<String, Object> petitioner(String name, String phone) {
    return json("name", name, "phone", phone);
  }

  static Reply resolve(String id, Person handler) {
    return handler
        .post("/petitions/" + id + "/resolve", json("result", "已处理完毕", "outcome", "solved"))
        .ok()
        .has("status", "resolved");
  }

  /** Visited by the hotline, satisfied, closed by its visitor's house. */
  static Reply visitAndClose(String id, String district) {
    var operator = as("hotline-operator@" + district + "/visits");
    operator
        .post(
            "/petitions/" + id + "/visit",
            json(
                "reached",
                true,
                "contacted",
                true,
                "resolved",
                true,
                "satisfied",
                true,
                "grade",
                5))
        .ok();
    return operator.post("/petitions/" + id + "/close").ok().has("status", "closed");
  }
}
