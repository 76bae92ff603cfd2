package cn.linli.mediation;

import cn.linli.testing.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Filings for tests. */
final class Disputes {

  static final String COMMUNITY = "370602003006";
  static final String GRID = "370602003006001";

  private Disputes() {}

  /** Two neighbours; the first one files and asks 900 yuan. */
  static Map<String, Object> neighbours() {
    return Server.json(
        "division",
        GRID,
        "kind",
        "neighbours",
        "title",
        "楼上漏水",
        "facts",
        "李四家卫生间漏水，张三家天花板受损。",
        "source",
        "self",
        "parties",
        List.of(
            Server.json("name", "张三", "role", "applicant", "phone", "13800000001"),
            Server.json("name", "李四", "role", "respondent")),
        "claims",
        List.of(claim(1, 2)));
  }

  /** So many applicants against one developer. */
  static Map<String, Object> owners(int applicants) {
    var parties = new ArrayList<Object>();
    var claims = new ArrayList<Object>();
    for (int i = 1; i <= applicants; i++) {
      parties.add(Server.json("name", "业主" + i, "role", "applicant"));
      claims.add(claim(i, applicants + 1));
    }
    parties.add(Server.json("name", "某开发公司", "role", "respondent", "type", "organisation"));
    var filing = neighbours();
    filing.put("kind", "relocation");
    filing.put("parties", parties);
    filing.put("claims", claims);
    return filing;
  }

  static Map<String, Object> claim(int by, int against) {
    return Server.json(
        "by", "p" + by, "against", List.of("p" + against), "content", "赔偿损失", "amountFen", 90_000);
  }

  static Map<String, Object> recorded() {
    return Map.of("evidence", "电话录音");
  }

  /** Filed by a resident, consented to by both sides; its path. */
  static String mediating(Person filer, Person mediator) {
    var filing = neighbours();
    filing.put(
        "parties",
        List.of(
            Server.json("name", "张三", "role", "applicant", "phone", "13800000001"),
            Server.json("name", "李四", "role", "respondent", "phone", "13900000002")));
    filing.put("claims", List.of(claim(1, 2), claim(1, 2)));
    String path = "/disputes/" + filer.post("/disputes", filing).created().id();
    mediator.post(path + "/accept").ok();
    mediator
        .post(path + "/consent", "given", true, "party", "p2", "recordedOnBehalf", recorded())
        .ok()
        .has("status", "mediating");
    return path;
  }
}
