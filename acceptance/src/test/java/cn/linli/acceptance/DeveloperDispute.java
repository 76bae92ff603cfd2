package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What is said and written in the matter of eighteen owners against a developer. */
final class DeveloperDispute {

  static final int OWNERS = 18;
  static final String DEVELOPER = "p19";

  /** Found right, then right in part, then not right; the last owner left before. */
  static final int RIGHT = 8;

  static final int AGREE = 11;
  static final int STAY = 17;

  static final Person FIRST = as("resident@" + TaskForce.COMMUNITY + "/owner-1");
  static final Person SECOND = as("resident@" + TaskForce.COMMUNITY + "/owner-2");
  static final Person COMPANY = as("department-officer@" + TaskForce.STREET + "/developer-dayang");

  private DeveloperDispute() {}

  /** The first owner files for all; each has a claim of its own. */
  static String filed() {
    var parties = new ArrayList<Object>();
    var claims = new ArrayList<Object>();
    for (int owner = 1; owner <= OWNERS; owner++) {
      parties.add(json("name", "岳小" + owner, "role", "applicant", "phone", phone(owner)));
      claims.add(
          json(
              "by",
              "p" + owner,
              "against",
              List.of(DEVELOPER),
              "content",
              "改造期间房租",
              "amountFen",
              1_200_000));
    }
    parties.add(
        json(
            "name", "大洋开发公司",
            "role", "respondent",
            "type", "organisation",
            "organisation", "developer-dayang"));
    var filing =
        json(
            "division", TaskForce.COMMUNITY,
            "kind", "relocation",
            "title", "危楼改造房租补偿",
            "facts", "十八户业主与开发商就改造期间房租补偿发生争议。",
            "source", "self",
            "parties", parties,
            "claims", claims);
    return "/disputes/" + FIRST.post("/disputes", filing).created().id();
  }

  /** Taken by the joint committee under its own number. */
  static String accepted() {
    var force = TaskForce.get();
    var path = filed();
    force
        .head
        .post(path + "/accept", json("committee", force.committee))
        .ok()
        .has("status", "consenting", "level", "street", "committee", force.committee);
    return path;
  }

  private static String phone(int owner) {
    return "138450%05d".formatted(owner);
  }

  static List<Map<String, Object>> attendance() {
    var force = TaskForce.get();
    var there = new ArrayList<Map<String, Object>>();
    IntStream.rangeClosed(1, STAY).forEach(owner -> there.add(json("who", "p" + owner)));
    there.add(json("who", DEVELOPER, "representative", true));
    List.of(force.police, force.lawyer, force.office).forEach(it -> there.add(json("who", it)));
    return there;
  }

  /** Eight are right, three in part, six ask for what their contracts exclude. */
  static Map<String, Object> assessment(int claim) {
    if (claim <= RIGHT) {
      return json("supported", "yes", "reason", "租赁合同与付款凭证齐全");
    }
    return claim <= AGREE
        ? json("supported", "partly", "reason", "部分月份没有凭证")
        : json(
            "supported", "no",
            "reason", "合同约定不予补偿",
            "plan",
                json(
                    "what", "合同条款与法律依据",
                    "by", "刘律师",
                    "at", "2030-01-10T09:00:00+08:00"));
  }

  /** The developer pays eleven owners; nobody's words go beyond their own claims. */
  static Map<String, Object> agreement() {
    var items =
        IntStream.rangeClosed(1, AGREE)
            .mapToObj(owner ->
                json(
                    "obligor",
                    DEVELOPER,
                    "obligee",
                    "p" + owner,
                    "content",
                    "补偿改造期间房租",
                    "amountFen",
                    owner <= RIGHT ? 1_200_000 : 800_000,
                    "manner",
                    "转账",
                    "due",
                    LocalDate.now().plusDays(30).toString()))
            .toList();
    var words =
        json(
            "form",
            "written",
            "facts",
            "危楼改造期间业主在外租房",
            "issues",
            "房租补偿数额",
            "responsibilities",
            List.of("开发公司承担改造期间房租"),
            "items",
            items);
    words.put("claims", claims(1, AGREE));
    return words;
  }

  static List<String> claims(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(it -> "c" + it).toList();
  }

  static Map<String, Object> onRecord(String party) {
    return json("party", party, "manner", "fingerprint", "recordedOnBehalf", evidence());
  }

  static Map<String, Object> evidence() {
    return json("evidence", "当面签署的笔录");
  }
}
