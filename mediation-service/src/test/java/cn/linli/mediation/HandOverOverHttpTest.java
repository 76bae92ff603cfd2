package cn.linli.mediation;

import static cn.linli.mediation.Disputes.mediating;
import static cn.linli.mediation.Disputes.recorded;
import static cn.linli.mediation.Downloads.entries;
import static cn.linli.mediation.Downloads.file;
import static cn.linli.mediation.Downloads.text;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.Pathway;
import cn.linli.testing.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Claims that go to other bodies, and who is responsible where. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandOverOverHttpTest {

  private Server server;
  private Person filer;
  private Person mediator;
  private Person justice;

  @BeforeAll
  void start() {
    server = new Server("handover", Clock.systemUTC());
    filer = server.as("resident@370602003006/zhang");
    mediator = server.as("mediator@370602003006/wang");
    justice = server.as("justice-officer@370602");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void claims_go_to_court_with_a_bundle_that_stays_the_same() throws IOException {
    String path = mediating(filer, mediator);
    mediator
        .post(path + "/hand-over", "pathway", "litigation", "claims", List.of("c1"))
        .refused("consent-missing");
    var body =
        Map.<String, Object>of(
            "pathway", "litigation", "claims", List.of("c1"), "recordedOnBehalf", recorded());
    Person keyed = mediator.with("Idempotency-Key", "once");
    keyed
        .post(path + "/hand-over", body)
        .ok()
        .has("claims[0].status", "handed-over", "claims[1].status", "open");
    assertThat(keyed.post(path + "/hand-over", body).ok().header("Idempotency-Hit"))
        .isEqualTo("true");
    mediator.post(path + "/hand-over", body).refused("already-handed-over");
    var listed = filer.get(path + "/hand-over").ok();
    listed.has("items[0].id", "h1", "items[0].body", "people-court");
    assertThat(listed.at("items").size()).isEqualTo(1);
    assertThat(listed.at("remedies").size()).isGreaterThan(3);
    String manifest = listed.text("items[0].manifestSha256");

    byte[] zip = file(mediator, path + "/hand-over/h1/bundle.zip");
    assertThat(listed.text("items[0].bundleSha256")).isEqualTo(sha256(zip));
    mediator.post(path + "/hand-over/h1/receipt", "state", "sent").ok();
    renamed("people-court", "烟台市芝罘区人民法院（更名）");
    assertThat(filer.get(path + "/hand-over").ok().text("items[0].bodyName")).contains("更名");
    assertThat(file(mediator, path + "/hand-over/h1/bundle.zip"))
        .as("what was sent stays what it was, whatever is called otherwise now")
        .isEqualTo(zip);
    var entries = entries(zip);
    assertThat(entries.keySet())
        .contains("documents/02-application.pdf", "documents/18-hand-over-letter-1.pdf")
        .noneMatch(it -> it.contains("mediation-record") || it.contains("investigation"));
    assertThat(text(entries.get("documents/18-hand-over-letter-1.pdf")))
        .contains("人民法院", "张三", "李四", "赔偿损失");
    for (byte[] each : entries.values()) {
      assertThat(new String(each, StandardCharsets.UTF_8)).doesNotContain("13800000001");
    }
    mediator
        .post(path + "/hand-over/h1/receipt", "state", "received", "manifestSha256", "0".repeat(64))
        .refused("manifest-differs");
    mediator
        .post(path + "/hand-over/h1/receipt", "state", "received", "manifestSha256", manifest)
        .ok();
    mediator.post(path + "/hand-over/h1/receipt", "state", "rejected", "note", "材料不全").ok();
    mediator.get(path).ok().has("claims[0].status", "open");
  }

  @Test
  void who_takes_claims_over_reads_what_was_sent_and_answers_it_and_sees_nothing_else()
      throws IOException {
    String path = mediating(filer, mediator);
    mediator
        .post(
            path + "/hand-over",
            Map.<String, Object>of(
                "pathway", "litigation", "claims", List.of("c1"), "recordedOnBehalf", recorded()))
        .ok();
    var court = server.as("department-officer@370602/people-court");
    String bundle = path + "/hand-over/h1/bundle.zip";
    court.get(bundle).problem(403, "out-of-scope");
    mediator.post(path + "/hand-over/h1/receipt", "state", "sent").ok();

    assertThat(file(court, bundle)).isEqualTo(file(mediator, bundle));
    court.get(path).problem(403, "out-of-scope");
    court.get(path + "/hand-over").problem(403, "out-of-scope");
    court.get(path + "/hand-over/h2/bundle.zip").problem(403, "out-of-scope");
    server.as("department-officer@370611/people-court").get(bundle).problem(403, "out-of-scope");
    server.as("department-officer@370602/another-court").get(bundle).problem(403, "out-of-scope");
    filer.get(bundle).problem(403, "wrong-role");

    court.post(path + "/hand-over/h1/receipt", "state", "received").ok();
    court.post(path + "/hand-over/h2/receipt", "state", "received").problem(403, "out-of-scope");
    court.post(path + "/hand-over/h1/receipt", "state", "rejected", "note", "材料不全").ok();
    court.get(bundle).problem(403, "out-of-scope");
    mediator
        .get(path + "/hand-over")
        .ok()
        .has("items[0].receipts[1].state", "received", "items[0].receipts[2].state", "rejected");
    assertThat(server.journal("d:" + path.substring("/disputes/".length())).toString())
        .as("nobody was appointed: one mediator alone")
        .contains("\"mechanism\":\"single\"");
  }

  @Test
  void a_place_says_who_is_responsible() {
    var rows = new LinkedHashMap<String, Object>();
    for (String pathway :
        List.of(
            "settlement",
            "mediation",
            "arbitration",
            "notary",
            "adjudication",
            "reconsideration",
            "government")) {
      rows.put(pathway, row("body-of-" + pathway, pathway));
    }
    Person admin = server.as("admin@3706");
    var table = Server.json("pathways", rows);
    admin.post("/config/pathways?division=370611", table).refused("incomplete-table");
    rows.put("litigation", row("fushan-court", "烟台市福山区人民法院"));
    admin.post("/config/pathways?division=370611", table).ok();
    filer
        .get("/disputes/pathways?division=370611002")
        .ok()
        .has("items[6].bodies[0].code", "fushan-court", "items[6].bodies[0].name", "烟台市福山区人民法院");
    filer
        .get("/disputes/pathways?division=370602003")
        .ok()
        .has("items[6].bodies[0].code", "people-court");
  }

  private void renamed(String court, String name) {
    var rows = new LinkedHashMap<String, Object>();
    for (Pathway pathway : Pathway.values()) {
      String code = pathway == Pathway.LITIGATION ? court : "body-of-" + pathway.wire();
      rows.put(pathway.wire(), row(code, pathway == Pathway.LITIGATION ? name : pathway.wire()));
    }
    server
        .as("admin@3706")
        .post("/config/pathways?division=370602", Server.json("pathways", rows))
        .ok();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> row(String code, String name) {
    return Server.json(
        "bodies", List.of(Server.json("code", code, "name", name)), "basis", "本地多元化解办法");
  }

  @Test
  void the_catalogue_names_who_is_responsible_and_what_a_kind_may_not_do() {
    var family = filer.get("/disputes/pathways?kind=family").ok();
    assertThat(family.at("items").findValuesAsString("pathway"))
        .containsExactly(
            "settlement",
            "mediation",
            "arbitration",
            "notary",
            "adjudication",
            "reconsideration",
            "litigation",
            "government");
    family.has("items[2].refusal", "not-arbitrable", "items[6].bodies[0].code", "people-court");
    String path = mediating(filer, mediator);
    mediator
        .post(
            path + "/hand-over",
            "pathway",
            "adjudication",
            "claims",
            List.of("c1"),
            "recordedOnBehalf",
            recorded())
        .refused("not-for-adjudication");
  }
}
