package cn.linli.mediation;

import cn.linli.testing.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Bodies and mediators for tests, with everything ordinary. */
final class Register {

  private Register() {}

  static Map<String, Object> committee(String division, int members) {
    var people = new ArrayList<Object>();
    for (int i = 1; i <= members; i++) {
      people.add(Server.json("name", "王委员" + i, "chair", i == 1));
    }
    return Server.json(
        "kind",
        "committee",
        "division",
        division,
        "name",
        "人民调解委员会",
        "termFrom",
        "2026-01-01",
        "members",
        people,
        "declared",
        Server.json("woman", true));
  }

  static Map<String, Object> team(String parent, String division, String name) {
    return Server.json("kind", "team", "division", division, "name", name, "parent", parent);
  }

  /** A mediator of a committee; {@code more} adds to and replaces the profile. */
  static Map<String, Object> mediator(String committee, String name, String phone, Object... more) {
    var profile =
        Server.json("grade", "part-time", "divisions", List.of(committee), "volunteer", true);
    profile.putAll(Server.json(more));
    return Server.json(
        "committee", committee, "name", name, "phone", phone, "adult", true, "profile", profile);
  }

  /** The same, who acts with an account. */
  static Map<String, Object> acting(String account, Map<String, Object> mediator) {
    mediator.put("account", account);
    return mediator;
  }

  static String enrolled(Person head, Map<String, Object> mediator) {
    return head.post("/mediators", mediator).created().id();
  }
}
