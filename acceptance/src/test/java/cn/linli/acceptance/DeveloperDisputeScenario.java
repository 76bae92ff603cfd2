package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Eighteen owners of a dangerous building ask a developer for the rent of the time it is rebuilt
 * (report R5, Yantai 2020): a task force talks to each, judges each claim, settles what is
 * supported and explains what is not.
 */
class DeveloperDisputeScenario {

  static final String STREET = "370602003";
  private static final String COMMUNITY = STREET + "006";
  private static final int OWNERS = 18;
  private static final int SUPPORTED = 12;
  private static final String DEVELOPER = "p19";

  static final Person MEDIATOR = as("mediator@" + STREET + "/task-force");
  static final Person COMPANY = as("department-officer@" + STREET + "/developer-dayang");
  private static final Person DISTRICT = as("district-officer@370602");

  @Test
  @Mechanism({"R5-16", "R5-17"})
  void each_of_eighteen_claims_is_judged_by_itself_and_what_is_not_supported_is_explained() {
    var path = assessed();

    var shown = MEDIATOR.get(path).ok().has("status", "mediating", "level", "street");
    assertThat(statuses(shown)).filteredOn("open"::equals).hasSize(SUPPORTED);
    assertThat(statuses(shown)).filteredOn("unsupported"::equals).hasSize(OWNERS - SUPPORTED);
    shown
        .has("claims[0].assessment.supported", "yes", "claims[9].assessment.supported", "partly")
        .has("claims[17].assessment.supported", "no")
        .has("claims[17].assessment.explanation.by", "刘律师")
        .has("claims[17].assessment.explanation.understood", false);
    assertThat(COMPANY.get(path).ok().toString()).doesNotContain("底线", "岳小");
  }

  @Test
  void so_large_a_group_is_before_the_district_within_a_minute() {
    var path = filed();
    var id = path.substring(path.lastIndexOf('/') + 1);

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() ->
            DISTRICT
                .get("/disputes?risk=red")
                .ok()
                .at("items")
                .findValuesAsString("id")
                .contains(id));
    assertThat(DISTRICT.get("/disputes?risk=red").ok().toString())
        .contains("large-group")
        .doesNotContain("岳小");
    DISTRICT.post(path + "/risk/acknowledge").ok();
    MEDIATOR.post(path + "/accept", json("committee", STREET)).ok();
    MEDIATOR
        .post(path + "/danger", json("signs", List.of("gathering"), "note", "部分业主聚集"))
        .ok()
        .has("risk.grade", "red", "risk.reasons[1]", "tension");
    MEDIATOR
        .post(path + "/police-report", json("body", "dahaiyang-police-station", "note", "请派出所到场"))
        .ok()
        .has("risk.policeReports[0].body", "dahaiyang-police-station");
  }

  /** Filed, accepted, talked over and judged: path of a dispute that is ready to be settled. */
  static String assessed() {
    var path = filed();
    MEDIATOR.post(path + "/accept", json("committee", STREET)).ok().has("status", "consenting");
    COMPANY.post(path + "/consent", json("given", true)).ok().has("status", "mediating");

    MEDIATOR
        .post(
            path + "/session",
            json("at", "2030-01-07T09:00:00+08:00", "venue", "大海阳社区调解室", "open", false))
        .ok()
        .has("hearings.sessions[0].notices[18].who", DEVELOPER);
    COMPANY.post(path + "/session/1/notice").ok();
    MEDIATOR.post(path + "/caucus", json("party", "p1", "note", "业主底线:每户每月一千元")).ok();
    COMPANY.post(path + "/offers", json("content", "每户每月八百元")).ok();
    MEDIATOR
        .post(
            path + "/offers",
            json(
                "content",
                "每户每月一千二百元",
                "inReplyTo",
                1,
                "party",
                "p1",
                "recordedOnBehalf",
                json("evidence", "业主代表谈话记录")))
        .ok()
        .has("hearings.offers[1].by", "p1");
    MEDIATOR
        .post(
            path + "/session/1/record",
            json("attendance", attendance(), "course", "逐一沟通,评估诉求", "result", "分类处理"))
        .ok()
        .has("hearings.held", 1);

    for (int claim = 1; claim <= OWNERS; claim++) {
      MEDIATOR.post(path + "/claims/c" + claim + "/assess", assessment(claim)).ok();
    }
    for (int claim = SUPPORTED + 1; claim <= OWNERS; claim++) {
      MEDIATOR
          .post(
              path + "/claims/c" + claim + "/explained",
              json("note", "已当面解释租赁合同约定", "understood", claim < OWNERS))
          .ok();
    }
    return path;
  }

  private static String filed() {
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
    var filed =
        MEDIATOR
            .post(
                "/disputes",
                json(
                    "division",
                    COMMUNITY,
                    "kind",
                    "relocation",
                    "title",
                    "危楼改造房租补偿",
                    "facts",
                    "十八户业主与开发商就改造期间房租补偿发生争议。",
                    "source",
                    "self",
                    "parties",
                    parties,
                    "claims",
                    claims,
                    "recordedOnBehalf",
                    json("evidence", "十八户业主签名申请书")))
            .created();
    return "/disputes/" + filed.id();
  }

  private static String phone(int owner) {
    return "138450%05d".formatted(owner);
  }

  private static List<Map<String, Object>> attendance() {
    var there = new ArrayList<Map<String, Object>>();
    IntStream.rangeClosed(1, OWNERS).forEach(owner -> there.add(json("who", "p" + owner)));
    there.add(json("who", DEVELOPER, "representative", true));
    return there;
  }

  /** Nine are right, three in part, six ask for what their contracts exclude. */
  private static Map<String, Object> assessment(int claim) {
    if (claim <= 9) {
      return json("supported", "yes", "reason", "租赁合同与付款凭证齐全");
    }
    return claim <= SUPPORTED
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

  private static List<String> statuses(Reply shown) {
    var statuses = new ArrayList<String>();
    shown.at("claims").forEach(claim -> statuses.add(claim.path("status").asString()));
    return statuses;
  }
}
