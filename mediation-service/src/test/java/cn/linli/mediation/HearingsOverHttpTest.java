package cn.linli.mediation;

import static cn.linli.mediation.Disputes.neighbours;
import static cn.linli.mediation.Disputes.recorded;
import static cn.linli.mediation.Server.json;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Between acceptance and agreement: over HTTP, on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HearingsOverHttpTest {

  private static final String CANARY = "单独谈话金丝雀";
  private static final String OFFER_CANARY = "让步金丝雀";
  private static final String PHONE = "13800000001";

  private Server server;
  private Person filer;
  private Person other;
  private Person mediator;
  private Person street;
  private Person justice;
  private Person district;

  @BeforeAll
  void start() {
    server = new Server("hearings", Clock.systemUTC());
    filer = server.as("resident@370602003006/zhang");
    other = server.as("resident@370602003006/li");
    mediator = server.as("mediator@370602003006/wang");
    street = server.as("mediator@370602003/qian");
    justice = server.as("justice-officer@370602");
    district = server.as("district-officer@370602");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** Both sides are there by their own tokens. */
  private String mediating() {
    String path = "/disputes/" + filer.post("/disputes", neighbours()).created().id();
    mediator.post(path + "/accept").ok();
    var code = mediator.post(path + "/parties/p2/code").ok().text("code");
    other.post(path + "/join", "code", code).ok();
    other.post(path + "/consent", "given", true).ok().has("status", "mediating");
    return path;
  }

  private static Map<String, Object> there(String who) {
    return json("who", who);
  }

  private static Instant ago(int minutes) {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60L * minutes);
  }

  @Test
  void a_session_is_called_known_of_moved_and_written_down() {
    String path = mediating();
    mediator
        .post(path + "/session", json("at", "2030-01-07T09:00:00+08:00", "venue", "红色议事厅"))
        .ok()
        .has("hearings.sessions[0].number", 1, "hearings.sessions[0].open", false)
        .has("hearings.sessions[0].notices[0].who", "p1");
    filer.post(path + "/session/1/notice").ok();
    other.post(path + "/session/7/notice").refused("unknown-session");
    other.post(path + "/session/x/notice").problem(404, "not-found");
    mediator
        .post(
            path + "/session/1/reschedule",
            json("at", "2030-01-08T09:00:00+08:00", "reason", "当事人出差", "open", true))
        .ok()
        .has("hearings.sessions[0].moves", 1, "hearings.sessions[0].venue", "红色议事厅");
    other.post(path + "/session/1/notice").ok();
    filer.post(path + "/session/1/record").problem(403, "wrong-role");
    var record =
        json(
            "attendance",
            List.of(there("p1"), json("who", "p2", "representative", true)),
            "course",
            "双方陈述",
            "result",
            "同意再谈",
            "listeners",
            4);
    record.put("began", ago(10).minusSeconds(86_400).toString());
    record.put("ended", ago(10).toString());
    mediator.post(path + "/session/1/record", record).refused("session-too-long");
    record.put("began", ago(70).toString());
    mediator
        .post(path + "/session/1/record", record)
        .ok()
        .has("hearings.held", 1)
        .has("hearings.sessions[0].record.present[0]", "p1")
        .has("hearings.sessions[0].record.represented[0]", "p2")
        .has("hearings.sessions[0].record.listeners", 4)
        .has("hearings.sessions[0].record.course", "双方陈述");
    other.get(path).ok().has("hearings.sessions[0].record.result", "同意再谈");
    // who looks after the committee sees that it met, not what was said
    justice
        .get(path)
        .ok()
        .has("hearings.held", 1, "hearings.sessions[0].record.result", "")
        .has("hearings.sessions[0].record.listeners", 4);
    assertThat(justice.get(path + "/history").ok().toString()).doesNotContain("双方陈述", "同意再谈");
    assertThat(mediator.get(path + "/history").ok().toString()).contains("双方陈述");
  }

  @Test
  void helpers_come_with_both_consents() {
    String path = mediating();
    filer
        .post(path + "/helpers", json("name", "张大伯", "relation", "relative"))
        .ok()
        .has("hearings.helpers[0].who", "helper-1", "hearings.helpers[0].agreed", false)
        .has("hearings.helpers[0].name", "张**");
    mediator.post(path + "/session", json("at", Instant.now().toString(), "venue", "调解室")).ok();
    var record =
        json("attendance", List.of(there("p1"), there("helper-1")), "course", "劝说", "result", "无");
    mediator.post(path + "/session/1/record", record).refused("helper-without-consent");
    other.post(path + "/helpers/1/consent", "given", true).ok();
    mediator.post(path + "/session/1/record", record).ok();
  }

  @Test
  void a_caucus_and_a_concession_stay_where_they_were_said() {
    String path = mediating();
    String id = path.substring(path.lastIndexOf('/') + 1);
    mediator
        .post(path + "/caucus", "party", "p1", "note", CANARY)
        .ok()
        .has("hearings.caucuses[0].note", CANARY);
    filer.post(path + "/offers", "content", OFFER_CANARY + "八百元").ok();
    other
        .post(path + "/offers", json("content", OFFER_CANARY + "五百元", "inReplyTo", 1))
        .ok()
        .has("hearings.offers[1].by", "p2", "hearings.offers[1].inReplyTo", 1);
    filer
        .post(path + "/offers", json("content", OFFER_CANARY + "七百元", "revises", 1))
        .ok()
        .has("hearings.offers[0].version", 2)
        .has("hearings.offers[0].earlier[0].content", OFFER_CANARY + "八百元");
    mediator
        .post(path + "/offers", json("content", OFFER_CANARY + "六百元", "inReplyTo", 2))
        .ok()
        .has("hearings.offers[2].by", "");

    filer.get(path).ok().has("hearings.caucuses[0].note", CANARY);
    assertThat(other.get(path).ok().at("hearings.caucuses").size()).isZero();
    assertThat(justice.get(path).ok().toString()).doesNotContain(CANARY, OFFER_CANARY);
    assertThat(street.get(path).ok().toString()).doesNotContain(CANARY, OFFER_CANARY);
    other.get(path).ok().has("hearings.offers[0].content", OFFER_CANARY + "七百元");
    for (Person reader : List.of(filer, other, mediator, street, justice)) {
      assertThat(reader.get(path + "/history").ok().toString()).doesNotContain(CANARY);
      assertThat(reader.get(path + "/history").ok().toString()).doesNotContain(OFFER_CANARY);
      assertThat(reader.get("/disputes").ok().toString()).doesNotContain(CANARY, OFFER_CANARY);
      assertThat(reader.get("/desk").ok().toString()).doesNotContain(CANARY, OFFER_CANARY);
      assertThat(reader.get(path).ok().toString()).doesNotContain(PHONE);
      assertThat(reader.get(path + "/history").ok().toString()).doesNotContain(PHONE);
    }
    for (Person stranger : List.of(other, street, justice)) {
      assertThat(stranger.get(path + "/history").ok().at("items").findValuesAsString("what"))
          .doesNotContain("caucus-held");
      assertThat(stranger.get(path).ok().at("steps").findValuesAsString("what"))
          .doesNotContain("caucus-held");
    }
    var correlation = new ArrayList<String>();
    for (Document commit : server.database().getCollection("journal").find()) {
      assertThat(commit.toJson()).doesNotContain(CANARY, OFFER_CANARY, PHONE);
      if (commit.getString("s").endsWith(id)) {
        correlation.add(commit.getString("cor"));
      }
    }
    for (String collection : server.database().listCollectionNames()) {
      for (Document document : server.database().getCollection(collection).find()) {
        assertThat(document.toJson()).as(collection).doesNotContain(CANARY, OFFER_CANARY, PHONE);
      }
    }
    for (String thread : correlation) {
      assertThat(other.get("/threads/" + thread).response().body()).doesNotContain("caucus");
    }
  }

  @Test
  void facts_nobody_disputes_are_signed_by_both() {
    String path = mediating();
    mediator.post(path + "/undisputed-facts", "content", "漏水发生于三月").ok();
    filer.post(path + "/undisputed-facts/consent", "given", true).ok();
    other
        .post(path + "/undisputed-facts/consent", "given", true)
        .ok()
        .has("hearings.undisputedFacts.agreed", true)
        .has("hearings.undisputedFacts.content", "漏水发生于三月");
  }

  @Test
  void a_claim_without_support_is_explained_and_never_filed_on_a_person() {
    String path = mediating();
    filer
        .post(path + "/claims/c1/assess", "supported", "no", "reason", "x")
        .problem(403, "wrong-role");
    mediator
        .post(path + "/claims/c1/assess", "supported", "no", "reason", "无证据")
        .ok()
        .has("claims[0].status", "unsupported")
        .has("claims[0].assessment.supported", "no", "claims[0].assessment.reason", "无证据")
        .has("claims[0].assessment.reviewer", "mediator@370602003006");
    mediator
        .post(
            path + "/claims/c1/explanation",
            json("what", "举证责任", "by", "王调解员", "at", "2030-01-08T09:00:00+08:00"))
        .ok()
        .has("claims[0].assessment.explanation.by", "王调解员");
    mediator
        .post(path + "/claims/c1/explained", json("note", "已当面解释", "understood", true))
        .ok()
        .has("claims[0].assessment.explanation.understood", true);
    filer.get(path).ok().has("claims[0].assessment.explanation.note", "已当面解释");
    mediator
        .post(path + "/claims/c9/assess", "supported", "yes", "reason", "x")
        .refused("unknown-claim");
    mediator
        .post(path + "/claims/c1/assess", "supported", "partly", "reason", "补充了照片")
        .ok()
        .has("claims[0].status", "open", "claims[0].assessment.times", 2);
    filer.post(path + "/claims/c1/withdraw").ok().has("status", "withdrawn");
  }

  @Test
  void time_is_longer_when_both_agree_and_failure_tells_the_remedies() {
    String path = mediating();
    var limit = mediator.get(path).ok().text("limit.mediateBy");
    var until = Instant.parse(limit).plus(10, ChronoUnit.DAYS).toString();
    mediator.post(path + "/extend", "until", until, "reason", "等待鉴定").ok();
    filer.post(path + "/extend/consent", "given", true).ok().has("limit.mediateBy", limit);
    mediator
        .post(
            path + "/extend/consent",
            json("given", true, "party", "p2", "recordedOnBehalf", recorded()))
        .ok()
        .has("limit.mediateBy", until, "mediateBy", until, "limit.extensions", 1);
    mediator.post(path + "/fail", "reason", "term-over").refused("only-time-ends-a-term");
    mediator
        .post(path + "/fail", "reason", "双方差距过大")
        .ok()
        .has("status", "failed", "endCode", "no-agreement")
        .has("endNotice.remedies[0]", "litigation", "endNotice.remedies[1]", "government")
        .has("endNotice.note", "双方差距过大");
    filer.get(path).ok().has("endNotice.remedies[0]", "litigation");
  }

  @Test
  void red_is_on_the_districts_list_at_once_and_danger_is_reported() {
    String path = mediating();
    String id = path.substring(path.lastIndexOf('/') + 1);
    district.get(path).problem(403, "out-of-scope");
    district.post(path + "/risk/acknowledge").refused("not-raised");
    mediator
        .post(path + "/danger", json("signs", List.of("weapon"), "note", "持刀威胁"))
        .ok()
        .has("risk.grade", "red", "risk.reasons[0]", "violence", "risk.policeReportOwed", true);
    var raised = district.get("/disputes?risk=red").ok();
    assertThat(raised.at("items").findValuesAsString("id")).contains(id);
    assertThat(raised.toString()).contains("violence").doesNotContain("持刀威胁", "张三");
    assertThat(
            server
                .as("district-officer@370611")
                .get("/disputes?risk=red")
                .ok()
                .at("items")
                .findValuesAsString("id"))
        .doesNotContain(id);
    server
        .as("district-officer@370611")
        .post(path + "/risk/acknowledge")
        .refused("not-the-district");
    assertThat(district.post(path + "/risk/acknowledge").ok().body().propertyNames())
        .containsExactlyInAnyOrder("id", "version");
    mediator
        .post(path + "/police-report", json("body", "zhifu-police-station", "note", "已报110"))
        .ok()
        .has("risk.policeReportOwed", false, "risk.policeReports[0].note", "已报110");
    // the sides are not told what is feared of them
    for (Person side : List.of(filer, other)) {
      assertThat(side.get(path).ok().toString()).doesNotContain("持刀", "violence", "police");
      assertThat(side.get(path + "/history").ok().toString()).doesNotContain("risk", "danger");
      assertThat(side.get("/disputes?mine=true").ok().toString()).doesNotContain("violence");
    }
    mediator.post(path + "/danger", json("signs", List.of(), "note", "已平息")).ok();
    assertThat(district.get("/disputes?risk=red").ok().at("items").findValuesAsString("id"))
        .doesNotContain(id);
  }
}
