package cn.linli.petition;

import static cn.linli.petition.LifeOverHttpTest.request;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/** A formal petition from registration to its end over HTTP, on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormalOverHttpTest {

  private Server server;
  private Person resident;
  private Person street;
  private Person heating;
  private Person district;
  private Person city;

  @BeforeAll
  void start() {
    server = new Server("formaloverhttp", Clock.systemUTC());
    street = server.as("street-officer@370602003/wang");
    heating = server.as("department-officer@370602/heating-company");
    district = server.as("district-officer@370602/chen");
    city = server.as("city-officer@3706/zhou");
  }

  /** The same person with the same words would be told of the earlier petition. */
  @BeforeEach
  void somebody(TestInfo test) {
    resident = server.as("resident@370602003006/" + test.getTestMethod().orElseThrow().getName());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static Map<String, Object> petition(Object... more) {
    var body = request("regime", "formal", "channel", "letter");
    body.putAll(Server.json(more));
    return body;
  }

  private String filed() {
    return "/petitions/" + resident.post("/petitions", petition()).created().id();
  }

  private static Reply opinion(String path, Person author) {
    return author.post(
        path + "/opinion",
        "claims",
        "请求恢复三号楼供暖并退还停暖期间费用",
        "facts",
        "经查,停暖一周属实,系主管道破裂所致",
        "opinion",
        "供暖已恢复;退费请求缺乏依据,不予支持",
        "basis",
        "《山东省供热条例》第二十八条",
        "result",
        "not-supported");
  }

  private static Reply received(String path, Person author) {
    return author.post(
        path + "/notice",
        "kind",
        "answer",
        "way",
        "in-person",
        "receivedAt",
        Instant.now().toString());
  }

  @Test
  void from_registration_to_termination() {
    var path = filed();
    var code = resident.get(path).ok().text("trackingCode");
    resident.get(path).ok().has("status", "registered", "level", "street", "formal.noticed", false);
    street
        .post(path + "/transfer", "organisation", "heating-company")
        .ok()
        .has("status", "transferred", "handler.organisation", "heating-company");
    heating
        .post(path + "/notice", "kind", "receipt", "way", "post")
        .ok()
        .has("formal.noticed", true, "formal.notices[0].kind", "receipt")
        .has("formal.notices[0].inTime", true);
    var accepted = heating.post(path + "/accept").ok().has("status", "handling");
    assertThat(accepted.text("deadlines.rawDate")).isNotEmpty();
    assertThat(accepted.text("deadlines.basis")).contains("信访工作条例");
    heating.post(path + "/resolve", "result", "已处理", "outcome", "solved").refused("opinion-needed");
    opinion(path, heating)
        .ok()
        .has("status", "resolved", "result.outcome", "not-supported")
        .has("formal.opinion.number", 1, "formal.opinion.outcome", "persuaded");
    assertThat(heating.get("/desk").ok().toString()).contains(path, "serve-answer");
    var served = received(path, heating).ok();
    assertThat(heating.get("/desk").ok().toString()).doesNotContain(path);
    assertThat(Instant.parse(served.text("deadlines.reviewBy")))
        .isAfter(Instant.now().plusSeconds(29 * 86_400L));
    resident.post(path + "/reopen", "reason", "不服").refused("review-instead");
    heating.post(path + "/review-request", "stage", "review").refused("not-your-petition");
    resident
        .post(path + "/review-request", "stage", "review", "reason", "退费应予支持")
        .ok()
        .has("status", "under-review", "formal.review.body.organisation", "370602");
    assertThat(server.nobody().get("/tracking/" + code).ok().text("result")).contains("不予支持");
    assertThat(server.as("district-officer@370602").get("/desk").ok().toString())
        .contains(path, "decide-review");
    assertThat(district.get("/petitions?mine=true").ok().toString())
        .contains(path.substring("/petitions/".length()));
    heating.post(path + "/review/decide", "result", "upheld").refused("not-the-reviewer");
    district
        .post(path + "/review/decide", "result", "upheld", "opinion", "维持原处理意见")
        .ok()
        .has("status", "resolved", "formal.review.result", "upheld");
    received(path, district).ok();
    district
        .post(
            path + "/review-request",
            "stage",
            "re-review",
            "recordedOnBehalf",
            Server.json("evidence", "来信原件0042"))
        .ok()
        .has("status", "under-review", "formal.review.body.organisation", "3706");
    city.post(path + "/hearing", "phase", "begins").ok().has("formal.review.hearing", true);
    city.post(path + "/review/decide", "result", "upheld").refused("hearing-is-on");
    city.post(path + "/hearing").ok().has("formal.review.hearingDays", 1);
    city.post(path + "/review/decide", "result", "changed", "opinion", "退还停暖七日费用")
        .ok()
        .has("status", "terminated", "formal.over", true)
        .has("formal.review.text", "退还停暖七日费用");
    assertThat(server.nobody().get("/tracking/" + code).ok().text("result")).isEqualTo("退还停暖七日费用");
    received(path, city).ok().has("status", "terminated");
    resident.post(path + "/review-request", "stage", "re-review").refused("terminated");
    var history = resident.get(path + "/history").ok();
    assertThat(history.at("items").findValuesAsString("what"))
        .containsExactly(
            "submitted",
            "dispatched",
            "notice-served",
            "accepted",
            "opinion-issued",
            "resolved",
            "notice-served",
            "review-requested",
            "review-decided",
            "notice-served",
            "review-requested",
            "commented",
            "hearing-begun",
            "hearing-ended",
            "review-decided",
            "closed",
            "terminated",
            "notice-served");
    assertThat(history.toString()).contains("主管道破裂", "维持原处理意见", "退还停暖七日费用");
    var id = path.substring("/petitions/".length());
    resident
        .post("/petitions", petition("previousMatter", id))
        .refused("terminated")
        .has("details.id", id);
    resident.post("/petitions", request("previousMatter", id)).refused("terminated");
    resident.post("/petitions", petition()).refused("terminated").has("details.id", id);
    resident.post("/petitions", petition("newFacts", true)).created();
  }

  @Test
  void the_opinion_is_a_document_that_never_changes() throws IOException {
    var petitioner = Server.json("name", "张小三", "phone", "13800138000");
    var path =
        "/petitions/"
            + resident.post("/petitions", petition("petitioner", petitioner)).created().id();
    street.get(path + "/opinion.pdf").problem(404, "not-found");
    opinion(path, street).ok();
    var document = resident.download(path + "/opinion.pdf");
    assertThat(document.statusCode()).isEqualTo(200);
    assertThat(document.headers().firstValue("Content-Type")).hasValue("application/pdf");
    assertThat(document.headers().firstValue("ETag")).hasValue("\"1\"");
    try (PDDocument pdf = Loader.loadPDF(document.body())) {
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", ""))
          .contains("信访处理意见书", "信访人：张**", "办理机关、单位：烟台市芝罘区毓璜顶街道")
          .contains("请求恢复三号楼供暖并退还停暖期间费用", "系主管道破裂所致", "《山东省供热条例》第二十八条")
          .contains("处理结论：不予支持", "办理结果：诉求无理的思想教育到位", "30日内")
          .doesNotContain("小三", "13800138000");
    }
    received(path, street).ok();
    assertThat(street.download(path + "/opinion.pdf").body()).isEqualTo(document.body());
    server
        .as("department-officer@370602/water-company")
        .get(path + "/opinion.pdf")
        .problem(403, "out-of-scope");
    server.as("resident@370602003006/li-si").get(path + "/opinion.pdf").problem(404, "not-found");
  }

  @Test
  void while_it_is_pending_neither_a_superior_nor_the_hotline_takes_it_up() {
    var id = filed().substring("/petitions/".length());
    resident
        .post("/petitions", petition("previousMatter", id, "division", "370602003006"))
        .refused("same-matter-pending")
        .has("details.id", id);
    resident.post("/petitions", petition()).refused("same-matter-pending");
    resident
        .post("/petitions", request("previousMatter", id))
        .refused("right-channel")
        .has("details.rightChannel", "formal-petition");
  }

  @Test
  void an_objection_says_why_and_the_sender_consents() {
    var path = filed();
    street.post(path + "/transfer", "organisation", "heating-company").ok();
    heating.post(path + "/return", "reason", "非我事").refused("reasons-too-short");
    heating.post(path + "/return", "reason", "该楼由另一热力企业供暖,不属我公司职权范围").ok();
    server
        .as("hotline-operator@3706")
        .post(path + "/return/decide", "granted", true)
        .refused("not-the-dispatcher");
    street.post(path + "/return/decide", "granted", true).ok().has("status", "registered");
  }

  @Test
  void who_has_an_interest_withdraws() {
    var path = filed();
    street.post(path + "/recuse", "reason", "与信访人有亲属关系").ok().has("formal.recusals", 1);
    street.post(path + "/accept").refused("recused");
    server.as("street-officer@370602003/liu").post(path + "/accept").ok();
  }

  @Test
  void the_head_allows_more_time_and_nothing_stops_the_clock() {
    var path = filed();
    street.post(path + "/transfer", "organisation", "heating-company").ok();
    heating.post(path + "/accept").ok();
    var until = Instant.now().plusSeconds(75 * 86_400L).toString();
    heating
        .post(path + "/suspend", "reason", "等待", "plan", "到货", "until", until)
        .refused("formal-clock-never-stops");
    heating.post(path + "/extend", "until", until, "reason", "案情复杂").ok();
    heating.post(path + "/extend/decide", "granted", true).refused("same-person");
    server
        .as("hotline-operator@3706")
        .post(path + "/extend/decide", "granted", true)
        .refused("not-the-head");
    district.post(path + "/extend/decide", "granted", true).ok();
    heating.post(path + "/notice", "kind", "extension", "way", "electronic").ok();
  }

  @Test
  void only_formal_petitions_and_only_offices() {
    var hotline = "/petitions/" + resident.post("/petitions", request()).created().id();
    street.post(hotline + "/transfer", "organisation", "heating-company").refused("formal-only");
    assertThat(street.get(hotline).ok().at("formal").isNull()).isTrue();
    var path = filed();
    server
        .as("community-clerk@370602003006")
        .post(path + "/notice", "kind", "receipt", "way", "post")
        .problem(403, "wrong-role");
    street
        .post(path + "/notice", "kind", "receipt", "impossible", "no-wish")
        .problem(400, "invalid-fields");
    resident
        .post(
            "/petitions",
            petition("newFacts", true, "representatives", List.of("一", "二", "三", "四", "五", "六")))
        .refused("too-many-representatives");
  }
}
