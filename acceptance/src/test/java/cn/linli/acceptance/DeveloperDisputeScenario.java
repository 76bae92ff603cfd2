package cn.linli.acceptance;

import static cn.linli.acceptance.DeveloperDispute.AGREE;
import static cn.linli.acceptance.DeveloperDispute.COMPANY;
import static cn.linli.acceptance.DeveloperDispute.DEVELOPER;
import static cn.linli.acceptance.DeveloperDispute.FIRST;
import static cn.linli.acceptance.DeveloperDispute.OWNERS;
import static cn.linli.acceptance.DeveloperDispute.SECOND;
import static cn.linli.acceptance.DeveloperDispute.STAY;
import static cn.linli.acceptance.DeveloperDispute.claims;
import static cn.linli.acceptance.DeveloperDispute.evidence;
import static cn.linli.acceptance.DeveloperDispute.onRecord;
import static cn.linli.acceptance.Disputes.consent;
import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static cn.linli.acceptance.TaskForce.LAWYER;
import static cn.linli.acceptance.TaskForce.OFFICE;
import static cn.linli.acceptance.TaskForce.POLICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eighteen owners of a dangerous building ask a developer for the rent of the time it is rebuilt
 * (report R5, Yantai 2020): a task force of police, law firm and justice office talks to each,
 * judges each claim, settles what is supported, explains what is not, and hands on what is left.
 */
class DeveloperDisputeScenario {

  private static final String[] TIERS = {"370602003006", "370602003", "370602", "3706"};
  private static final Person DISTRICT = as("district-officer@370602");

  @TempDir Path folder;

  @Test
  @Mechanism({"R5-16", "R5-17", "R5-23"})
  void eleven_of_eighteen_settle_six_go_to_court_and_one_does_not_want_to_be_mediated()
      throws Exception {
    var registered = Figures.of("disputes.registered", TIERS);
    var concluded = Figures.of("disputes.concluded", TIERS);
    var agreed = Figures.of("disputes.agreed", TIERS);
    var handedOver = Figures.of("disputes.handedOver", TIERS);
    var confirmed = Figures.of("disputes.confirmed", TIERS);
    var refused = Figures.of("disputes.refused", TIERS);
    var apart = Figures.part("apart", "disputes.successRate", TIERS);
    var atFirst = Figures.part("numerator", "disputes.firstSessionRate", TIERS);
    var performed = Figures.part("numerator", "disputes.performedRate", TIERS);
    long panels = Breakdown.value("3706", "mechanism", "panel", "disputes.agreed");
    long suits = Breakdown.value("3706", "pathway", "litigation", "disputes.handedOver");

    var path = DeveloperDispute.accepted();
    oneOfEighteenRefuses(path);
    policeLawFirmAndJusticeOfficeSit(path);
    talkedOver(path);
    judgedOneByOne(path);
    var agreement = path + "/agreements/" + partlySettled(path);
    handedOnToCourt(path);
    confirmedAndPerformed(path, agreement);

    registered.grewBy(1);
    concluded.grewBy(1);
    agreed.grewBy(1);
    handedOver.grewBy(1);
    confirmed.grewBy(1);
    refused.grewBy(0);
    apart.grewBy(1);
    atFirst.grewBy(1);
    performed.grewBy(AGREE);
    assertThat(Breakdown.value("3706", "mechanism", "panel", "disputes.agreed"))
        .isEqualTo(panels + 1);
    assertThat(Breakdown.value("3706", "pathway", "litigation", "disputes.handedOver"))
        .isEqualTo(suits + 1);
  }

  /** It leaves with its claim; the others are mediated (domain rules §0.4). */
  private static void oneOfEighteenRefuses(String path) {
    var force = TaskForce.get();
    var code = force.head.post(path + "/parties/p2/code").ok().text("code");
    SECOND.post(path + "/join", json("code", code)).ok();
    SECOND.post(path + "/consent", json("given", true)).ok();
    for (int owner = 3; owner <= STAY; owner++) {
      force.head.post(path + "/consent", consent("p" + owner, true)).ok();
    }
    force
        .head
        .post(path + "/consent", consent("p18", false))
        .ok()
        .has("status", "consenting", "parties[17].left", "refused")
        .has("claims[17].status", "withdrawn", "claims[16].status", "open");
    COMPANY.post(path + "/consent", json("given", true)).ok().has("status", "mediating");
  }

  private static void policeLawFirmAndJusticeOfficeSit(String path) {
    var force = TaskForce.get();
    LAWYER
        .post(path + "/claims/c1/assess", DeveloperDispute.assessment(1))
        .refused("not-the-mediators");
    force
        .head
        .get(path + "/panel/suggest?mechanism=panel&committee=" + force.committee)
        .ok()
        .has("considered", 3, "panels[0].complete", true)
        .has("panels[0].seats[0].seat", "police-officer", "panels[0].seats[1].seat", "lawyer")
        .has("panels[0].seats[2].seat", "justice-station")
        .has("blocked[0].mediator", force.housesLawyer);
    force
        .head
        .post(path + "/panel", panel(force.police, force.lawyer))
        .refused("seat-missing")
        .has("details.seat", "justice-station");
    force
        .head
        .post(path + "/panel", panel(force.police, force.housesLawyer, force.office))
        .refused("conflict-of-interest");
    force
        .head
        .post(path + "/panel", panel(force.police, force.lawyer, force.office))
        .ok()
        .has("panel.mechanism", "panel", "panel.complete", true)
        .has("panel.seats[0].lead", true, "panel.seats[2].seat", "justice-station");
    LAWYER.get(path).ok().has("panel.seats[1].mine", true);
  }

  private static Map<String, Object> panel(String... mediators) {
    return json("mediators", List.of(mediators), "mechanism", "panel");
  }

  private static void talkedOver(String path) {
    var called =
        POLICE
            .post(
                path + "/session",
                json("at", Instant.now().toString(), "venue", "大海阳社区调解室", "open", false))
            .ok();
    assertThat(called.at("hearings.sessions[0].notices").findValuesAsString("who"))
        .hasSize(STAY + 1 + 3)
        .contains("p1", DEVELOPER, TaskForce.get().lawyer)
        .doesNotContain("p18");
    COMPANY.post(path + "/session/1/notice").ok();
    OFFICE.post(path + "/caucus", json("party", "p1", "note", "业主底线:每户每月一千元")).ok();
    COMPANY.post(path + "/offers", json("content", "每户每月八百元")).ok();
    FIRST
        .post(path + "/offers", json("content", "每户每月一千二百元", "inReplyTo", 1))
        .ok()
        .has("hearings.offers[1].by", "p1");
    OFFICE
        .post(
            path + "/session/1/record",
            json(
                "attendance",
                DeveloperDispute.attendance(),
                "course",
                "逐一沟通,评估诉求",
                "result",
                "分类处理"))
        .ok()
        .has("hearings.held", 1);
  }

  /** 逐一评估: with reason and reviewer; what is not supported is explained, to its owner alone. */
  private static void judgedOneByOne(String path) {
    for (int claim = 1; claim <= STAY; claim++) {
      LAWYER.post(path + "/claims/c" + claim + "/assess", DeveloperDispute.assessment(claim)).ok();
    }
    for (int claim = AGREE + 1; claim <= STAY; claim++) {
      LAWYER
          .post(
              path + "/claims/c" + claim + "/explained",
              json("note", "已当面解释租赁合同约定", "understood", claim < STAY))
          .ok();
    }
    LAWYER
        .post(path + "/claims/c18/assess", DeveloperDispute.assessment(18))
        .refused("claim-is-done");
    var shown = POLICE.get(path).ok().has("status", "mediating", "level", "street");
    assertThat(statuses(shown)).filteredOn("open"::equals).hasSize(AGREE);
    assertThat(statuses(shown)).filteredOn("unsupported"::equals).hasSize(STAY - AGREE);
    shown
        .has("claims[0].assessment.supported", "yes", "claims[9].assessment.supported", "partly")
        .has("claims[16].assessment.supported", "no")
        .has("claims[16].assessment.explanation.by", "刘律师")
        .has("claims[16].assessment.explanation.understood", false);
    assertThat(COMPANY.get(path).ok().toString()).doesNotContain("底线", "岳小", "138450");
  }

  /** One agreement for eleven of them: every party, every mediator and the seal. */
  private static String partlySettled(String path) {
    var force = TaskForce.get();
    var words = DeveloperDispute.agreement();
    OFFICE.post(path + "/agreement", words).refused("partial-not-said");
    words.put("partial", true);
    var drafted = OFFICE.post(path + "/agreement", words).ok().has("status", "mediating");
    var id = drafted.text("agreements[0].id");
    var agreement = path + "/agreements/" + id;
    FIRST.post(agreement + "/sign").ok();
    SECOND.post(agreement + "/sign").ok();
    for (int owner = 3; owner <= AGREE; owner++) {
      POLICE.post(agreement + "/sign", onRecord("p" + owner)).ok();
    }
    POLICE.post(agreement + "/sign", onRecord("p12")).refused("not-bound");
    COMPANY.post(agreement + "/sign").ok();
    POLICE.post(agreement + "/sign").ok();
    LAWYER.post(agreement + "/sign").ok();
    force
        .head
        .post(agreement + "/seal")
        .ok()
        .has("agreements[0].missing[0]", "mediator-signature-missing", "status", "mediating");
    OFFICE
        .post(agreement + "/sign")
        .ok()
        .has("agreements[0].state", "effective", "agreements[0].partial", true)
        .has("status", "mediating");
    return id;
  }

  /** Six claims, with what their owners wish on record, one signed bundle and its receipts. */
  private void handedOnToCourt(String path) throws IOException, InterruptedException {
    var six = json("pathway", "litigation", "claims", claims(AGREE + 1, STAY));
    handOver(LAWYER, path, six).refused("consent-missing");
    six.put("recordedOnBehalf", evidence());
    var once = LAWYER.key("six-to-court-" + path);
    handOver(once, path, six).ok().has("status", "effective");
    handOver(once, path, six).ok();
    handOver(LAWYER, path, six).refused("already-handed-over");
    var listed = LAWYER.get(path + "/hand-over").ok();
    assertThat(listed.at("items").size()).isEqualTo(1);
    assertThat(listed.at("items[0].claims").size()).isEqualTo(STAY - AGREE);
    var bundle = LAWYER.get(path + "/hand-over/h1/bundle.zip").ok();
    var key = LAWYER.get("/disputes/signing-keys").ok().text("keys[0].pem");
    assertThat(Archives.verdict(folder, bundle.bytes(), key)).isZero();
    var receipt = path + "/hand-over/h1/receipt";
    LAWYER.post(receipt, json("state", "sent")).ok();
    LAWYER
        .post(
            receipt,
            json("state", "received", "manifestSha256", listed.text("items[0].manifestSha256")))
        .ok();
    LAWYER.post(receipt, json("state", "accepted", "note", "芝罘区人民法院立案")).ok();
    LAWYER.get(path + "/hand-over").ok().has("items[0].state", "accepted");
    assertThat(statuses(LAWYER.get(path).ok()))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, OWNERS)
                .mapToObj(claim ->
                    claim <= AGREE ? "settled" : claim <= STAY ? "handed-over" : "withdrawn")
                .toList());
  }

  /** Notices are recorded meanwhile: whoever is told that the version changed asks again. */
  private static Reply handOver(Person who, String path, Map<String, Object> body) {
    return await().until(() -> who.post(path + "/hand-over", body), reply -> reply.status() != 412);
  }

  private static void confirmedAndPerformed(String path, String agreement) {
    var court = json("court", "芝罘区人民法院");
    for (var party : List.of(FIRST, SECOND, COMPANY)) {
      party.post(agreement + "/confirmation/apply", court).ok();
    }
    var justice = as("justice-officer@370602");
    var yes = json("confirmed", true, "caseNumber", "（2026）鲁0602调确字第1号");
    justice.post(agreement + "/confirmation/decide", yes).refused("not-jointly-applied");
    for (int owner = 3; owner <= AGREE; owner++) {
      POLICE
          .post(
              agreement + "/confirmation/apply",
              json("court", "芝罘区人民法院", "party", "p" + owner, "recordedOnBehalf", evidence()))
          .ok();
    }
    justice
        .post(agreement + "/confirmation/decide", yes)
        .ok()
        .has("agreements[0].confirmation.state", "confirmed");
    FIRST
        .post(path + "/obligations/o1/perform", json("note", "收条"))
        .ok()
        .has("status", "effective");
    for (int obligation = 2; obligation <= AGREE; obligation++) {
      OFFICE.post(path + "/obligations/o" + obligation + "/perform", json("note", "转账凭证")).ok();
    }
    POLICE
        .post(
            path + "/return-visit",
            json("party", "p1", "performed", "yes", "satisfied", true, "note", "补偿已到账"))
        .ok()
        .has("status", "performed");
    OFFICE.post(path + "/close").ok().has("status", "closed");
  }

  @Test
  void the_sole_respondent_refuses_and_the_case_ends_with_its_other_ways_open() {
    var registered = Figures.of("disputes.registered", TIERS);
    var concluded = Figures.of("disputes.concluded", TIERS);
    var refused = Figures.of("disputes.refused", TIERS);
    var agreed = Figures.of("disputes.agreed", TIERS);
    var denominator = Figures.part("denominator", "disputes.successRate", TIERS);
    var path = DeveloperDispute.accepted();

    COMPANY
        .post(path + "/consent", json("given", false))
        .ok()
        .has("status", "refused", "endCode", "party-refused", "parties[18].left", "refused");

    var told = FIRST.get(path).ok();
    assertThat(statuses(told)).containsOnly("withdrawn");
    assertThat(told.at("endNotice.remedies").toString()).contains("litigation", "government");
    TaskForce.get().head.post(path + "/consent", consent("p3", true)).refused("already-ended");
    registered.grewBy(1);
    concluded.grewBy(1);
    refused.grewBy(1);
    agreed.grewBy(0);
    denominator.grewBy(0);
  }

  @Test
  void so_large_a_group_is_before_the_district_within_a_minute() {
    var path = DeveloperDispute.filed();
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
    var force = TaskForce.get();
    force.head.post(path + "/accept", json("committee", force.committee)).ok();
    force
        .head
        .post(path + "/danger", json("signs", List.of("gathering"), "note", "部分业主聚集"))
        .ok()
        .has("risk.grade", "red", "risk.reasons[1]", "tension");
    force
        .head
        .post(path + "/police-report", json("body", "dahaiyang-police-station", "note", "请派出所到场"))
        .ok()
        .has("risk.policeReports[0].body", "dahaiyang-police-station");
  }

  private static List<String> statuses(Reply shown) {
    var statuses = new ArrayList<String>();
    shown.at("claims").forEach(claim -> statuses.add(claim.path("status").asString()));
    return statuses;
  }
}
