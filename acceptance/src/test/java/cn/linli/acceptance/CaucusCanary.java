package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;

/**
 * What one side tells its mediators alone, and its phone: through a whole dispute with every paper
 * it can have, and then looked for wherever the other side and the offices can read.
 */
final class CaucusCanary {

  private final String community;
  private final String apart;
  private final String phone;
  private final String thread = UUID.randomUUID().toString();
  private final Person filer;
  private final Person other;
  private final Person mediator;
  private final Person justice;
  private final Person head;

  private CaucusCanary(String community, String phone, String apart) {
    this.community = community;
    this.phone = phone;
    this.apart = apart;
    filer = as("resident@" + community + "/apart-applicant");
    other = as("resident@" + community + "/apart-respondent");
    mediator = as("mediator@" + community + "/apart").with("X-Correlation-Id", thread);
    head = as("committee-head@" + community);
    justice = as("justice-officer@" + community.substring(0, 6));
  }

  /** Ids of two disputes: one agreed on, one handed over to a court. */
  static List<String> plant(String community, String phone, String apart) {
    var canary = new CaucusCanary(community, phone, apart);
    String settled = canary.settled();
    canary.look(settled, 10);
    String suit = canary.handedOver();
    canary.look(suit, 5);
    return List.of(id(settled), id(suit));
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private String talkedOver() {
    var filing =
        json(
            "division",
            community,
            "kind",
            "neighbours",
            "title",
            "漏水纠纷",
            "facts",
            "双方多次协商未果。",
            "source",
            "self",
            "parties",
            List.of(
                json("name", "周甲", "role", "applicant", "phone", phone, "representative", "周丙"),
                json("name", "吴乙", "role", "respondent")),
            "claims",
            List.of(json("by", "p1", "against", List.of("p2"), "content", "赔偿损失")));
    var path = "/disputes/" + filer.post("/disputes", filing).created().id();
    mediator.post(path + "/accept").ok();
    var code = mediator.post(path + "/parties/p2/code").ok().text("code");
    other.post(path + "/join", json("code", code)).ok();
    other.post(path + "/consent", json("given", true)).ok();
    mediator
        .post(
            path + "/identity",
            json("party", "p1", "document", "id-card", "number", "37060219900101123X"))
        .ok();
    mediator
        .post(
            path + "/power-of-attorney",
            json("party", "p1", "agent", "周丙", "relation", "兄弟", "special", true))
        .ok();
    mediator
        .post(
            path + "/investigation",
            json(
                "at",
                "2026-01-05T09:00:00+08:00",
                "place",
                "三号楼",
                "asked",
                "邻居",
                "text",
                "去年也漏过水。"))
        .ok();
    mediator.post(path + "/session", json("at", Instant.now().toString(), "venue", "调解室")).ok();
    mediator.post(path + "/caucus", json("party", "p1", "note", apart)).ok();
    mediator.post(path + "/undisputed-facts", json("content", "楼上漏水属实")).ok();
    mediator
        .post(
            path + "/session/1/record",
            json(
                "attendance",
                List.of(json("who", "p1"), json("who", "p2")),
                "course",
                "双方陈述经过",
                "result",
                "继续协商"))
        .ok();
    assertThat(filer.get(path).ok().text("hearings.caucuses[0].note")).isEqualTo(apart);
    assertThat(mediator.get(path).ok().text("hearings.caucuses[0].note")).isEqualTo(apart);
    return path;
  }

  private String settled() {
    var path = talkedOver();
    var item =
        json(
            "obligor",
            "p2",
            "obligee",
            "p1",
            "content",
            "赔偿损失",
            "manner",
            "转账",
            "due",
            LocalDate.now().plusDays(3).toString());
    var words = json("form", "written", "facts", "漏水", "issues", "赔偿数额", "items", List.of(item));
    var drafted = mediator.post(path + "/agreement", words).ok();
    var agreement = path + "/agreements/" + drafted.text("agreements[0].id");
    for (var signer : List.of(filer, other, mediator)) {
      signer.post(agreement + "/sign").ok();
    }
    head.post(agreement + "/seal").ok().has("status", "effective");
    for (var party : List.of(filer, other)) {
      party.post(agreement + "/confirmation/apply", json("court", "芝罘区人民法院")).ok();
    }
    justice.post(agreement + "/confirmation/decide", json("confirmed", true)).ok();
    filer.post(path + "/obligations/o1/perform", json("note", "收条")).ok();
    mediator
        .post(path + "/return-visit", json("performed", "yes", "satisfied", true, "note", "已履行"))
        .ok();
    mediator.post(path + "/close").ok().has("status", "closed");
    return path;
  }

  private String handedOver() {
    var path = talkedOver();
    mediator
        .post(
            path + "/hand-over",
            json(
                "pathway",
                "litigation",
                "claims",
                List.of("c1"),
                "recordedOnBehalf",
                json("evidence", "当事人书面申请")))
        .ok()
        .has("status", "failed");
    zip(mediator.get(path + "/hand-over/h1/bundle.zip").ok().bytes())
        .forEach((name, text) -> nothingIn("bundle " + name, text, true));
    return path;
  }

  /** {@code papers}: at least so many there are. */
  private void look(String path, int papers) {
    for (var reader : List.of(other, justice)) {
      for (var read :
          List.of(
              path,
              path + "/history?limit=200",
              path + "/documents",
              path + "/hand-over",
              "/disputes?limit=200",
              "/threads/" + thread)) {
        nothingIn(read, reader.get(read).ok().toString(), false);
      }
    }
    for (var reader : List.of(filer, other, mediator, justice)) {
      var there = reader.get(path + "/documents").ok().at("items");
      if (reader == mediator) {
        assertThat(there.size()).as("papers of " + path).isGreaterThanOrEqualTo(papers);
      }
      for (var each : there) {
        var paper =
            path
                + "/documents/%s.pdf?n=%d"
                    .formatted(each.path("form").asString(), each.path("n").asInt(1));
        var text = PdfText.of(reader.get(paper).ok().bytes());
        assertThat(text).as(paper).isNotBlank();
        nothingIn(paper, text, reader == other || reader == justice);
      }
    }
    zip(mediator.get(path + "/archive.zip").ok().bytes())
        .forEach((name, text) -> nothingIn("archive " + name, text, false));
  }

  /**
   * @param masked whether even the masked phone is not for this reader
   */
  private void nothingIn(String where, String text, boolean masked) {
    assertThat(text).as(where).doesNotContain(apart, phone);
    if (masked) {
      assertThat(text).as(where).doesNotContain(phone.substring(0, 3) + "****");
    }
  }

  private static Map<String, String> zip(byte[] zip) {
    var texts = new LinkedHashMap<String, String>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] bytes = in.readAllBytes();
        texts.put(
            entry.getName(),
            entry.getName().endsWith(".pdf")
                ? PdfText.of(bytes)
                : new String(bytes, StandardCharsets.UTF_8));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
