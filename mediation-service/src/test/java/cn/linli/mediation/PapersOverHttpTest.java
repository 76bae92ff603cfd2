package cn.linli.mediation;

import static cn.linli.mediation.Disputes.mediating;
import static cn.linli.mediation.Disputes.recorded;
import static cn.linli.mediation.Downloads.entries;
import static cn.linli.mediation.Downloads.file;
import static cn.linli.mediation.Downloads.text;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Papers and the archive as their readers get them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PapersOverHttpTest {

  private static final Path VERIFIER =
      Path.of("..", "acceptance", "verify_archive.py").toAbsolutePath().normalize();

  private static final String CAUCUS = "最低八百也可以接受";
  private static final String OFFER = "愿意先付七百";

  @TempDir Path folder;

  private Server server;
  private Person filer;
  private Person mediator;
  private Person justice;

  @BeforeAll
  void start() {
    server = new Server("papers", Clock.systemUTC());
    filer = server.as("resident@370602003006/zhang");
    mediator = server.as("mediator@370602003006/wang");
    justice = server.as("justice-officer@370602");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void a_paper_tells_names_and_phones_as_its_reader_may_see_them() throws IOException {
    String path = mediating(filer, mediator) + "/documents/application.pdf";
    assertThat(text(file(mediator, path)))
        .contains("人民调解申请书", "张三", "李四", "138****0001", "139****0002", "900.00元")
        .containsPattern("（\\d{4}）.+人调字第\\d+号");
    assertThat(text(file(filer, path)))
        .contains("张三", "李四", "138****0001")
        .doesNotContain("139****0002", "13900000002");
    assertThat(text(file(justice, path)))
        .contains("张*", "李*")
        .doesNotContain("张三", "李四", "138****0001", "139****0002");
  }

  @Test
  void the_same_version_has_the_same_bytes() {
    String path = mediating(filer, mediator) + "/documents/registration.pdf";
    assertThat(file(mediator, path)).isEqualTo(file(mediator, path));
  }

  @Test
  void what_the_case_does_not_have_yet_is_told_by_a_code() {
    String path = mediating(filer, mediator);
    mediator.get(path + "/documents/closing-report.pdf").problem(404, "no-such-paper");
    mediator.get(path + "/documents/application.pdf?n=2").problem(404, "no-such-paper");
    mediator.get(path + "/documents/secret.pdf").problem(404, "unknown-form");
    server
        .as("resident@370602003006/li-si")
        .get(path + "/documents/application.pdf")
        .problem(404, "not-found");
    assertThat(mediator.get(path + "/documents").ok().at("items").findValuesAsString("form"))
        .containsExactly("cover", "application", "registration", "notice-of-rights");
    filer.post(path + "/withdraw").ok();
    assertThat(mediator.get(path + "/documents").ok().at("items").findValuesAsString("form"))
        .contains("closing-report");
  }

  @Test
  void what_one_side_showed_is_in_no_paper_of_the_other() throws IOException {
    String path = mediating(filer, mediator);
    mediator
        .post(
            path + "/identity",
            "party",
            "p2",
            "document",
            "id-card",
            "number",
            "37060219900101123X")
        .ok();
    mediator
        .post(
            path + "/power-of-attorney",
            "party",
            "p2",
            "agent",
            "王五",
            "relation",
            "兄弟",
            "special",
            true)
        .ok();
    mediator
        .post(
            path + "/investigation",
            "at",
            "2026-01-05T09:00:00+08:00",
            "place",
            "三号楼",
            "asked",
            "赵六",
            "text",
            "卫生间去年也漏过水。")
        .ok();
    assertThat(text(file(mediator, path + "/documents/identity.pdf")))
        .contains("李四", "居民身份证", "370***********123X")
        .doesNotContain("19900101");
    assertThat(text(file(mediator, path + "/documents/power-of-attorney.pdf?n=1")))
        .contains("王五", "■特别授权");
    assertThat(text(file(mediator, path + "/documents/investigation.pdf"))).contains("去年也漏过水");
    for (String form : List.of("identity", "power-of-attorney", "investigation")) {
      filer.get(path + "/documents/" + form + ".pdf").problem(404, "no-such-paper");
    }
  }

  @Test
  void what_was_said_apart_or_offered_is_on_no_paper_and_in_no_bundle() throws IOException {
    String path = mediating(filer, mediator);
    mediator.post(path + "/session", "at", Instant.now().toString(), "venue", "红色议事厅").ok();
    mediator.post(path + "/caucus", "party", "p1", "note", CAUCUS).ok();
    filer.post(path + "/offers", "content", OFFER).ok();
    mediator
        .post(
            path + "/session/1/record",
            Server.json(
                "attendance",
                List.of(Server.json("who", "p1"), Server.json("who", "p2")),
                "course",
                "双方陈述了漏水的经过。",
                "result",
                "改日再谈。"))
        .ok();
    assertThat(text(file(filer, path + "/documents/mediation-record.pdf?n=1")))
        .contains("第1次调解", "红色议事厅", "双方陈述了漏水的经过", "改日再谈", "张三", "李四");
    mediator
        .post(
            path + "/hand-over",
            "pathway",
            "litigation",
            "claims",
            List.of("c1", "c2"),
            "recordedOnBehalf",
            recorded())
        .ok()
        .has("status", "failed");
    var all = new LinkedHashMap<String, byte[]>();
    all.putAll(entries(file(mediator, path + "/archive.zip")));
    assertThat(all)
        .containsKeys(
            "documents/09-mediation-record-1.pdf",
            "documents/15-closing-report.pdf",
            "documents/17-notice-of-remedies.pdf");
    entries(file(mediator, path + "/hand-over/h1/bundle.zip"))
        .forEach((name, content) -> all.put("h1/" + name, content));
    assertThat(all).doesNotContainKey("h1/documents/09-mediation-record-1.pdf");
    for (var each : all.entrySet()) {
      String told =
          each.getKey().endsWith(".pdf")
              ? text(each.getValue())
              : new String(each.getValue(), StandardCharsets.UTF_8);
      assertThat(told).as(each.getKey()).doesNotContain(CAUCUS, OFFER, "13800000001");
    }
  }

  @Test
  void an_agreement_tells_who_owes_what_until_when_and_who_signed() throws IOException {
    String path = mediating(filer, mediator);
    var item =
        Server.json(
            "obligor",
            "p2",
            "obligee",
            "p1",
            "content",
            "修复天花板",
            "amountFen",
            123_456,
            "manner",
            "转账",
            "due",
            "2030-01-07");
    var drafted =
        mediator
            .post(
                path + "/agreement",
                Server.json(
                    "form",
                    "written",
                    "facts",
                    "卫生间漏水",
                    "issues",
                    "赔偿数额",
                    "responsibilities",
                    List.of("李四负全部责任"),
                    "items",
                    List.of(item)))
            .ok();
    String a = path + "/agreements/" + drafted.text("agreements[0].id");
    filer.post(a + "/sign").ok();
    mediator
        .post(
            a + "/sign",
            Server.json("party", "p2", "manner", "fingerprint", "recordedOnBehalf", recorded()))
        .ok();
    mediator.post(a + "/sign").ok();
    assertThat(text(file(filer, path + "/documents/agreement.pdf")))
        .contains(
            "张三",
            "李四",
            "修复天花板",
            "人民币1,234.56元（大写：壹仟贰佰叁拾肆元伍角陆分）",
            "2030年1月7日",
            "李四负全部责任",
            "（按指印）",
            "待加盖调解委员会印章");
    server.as("committee-head@370602003006").post(a + "/seal").ok();
    assertThat(text(file(filer, path + "/documents/agreement.pdf"))).contains("已加盖印章");
    filer.get(path + "/documents/performance-receipt.pdf").problem(404, "no-such-paper");
    filer.post(path + "/obligations/o1/perform").ok();
    assertThat(text(file(filer, path + "/documents/performance-receipt.pdf")))
        .contains("履行凭证", "■按期", "壹仟贰佰叁拾肆元伍角陆分");
  }

  @Test
  void an_archive_is_verified_by_a_program_that_has_nothing_of_ours()
      throws IOException, InterruptedException {
    String path = mediating(filer, mediator);
    byte[] zip = file(mediator, path + "/archive.zip");
    assertThat(file(mediator, path + "/archive.zip")).isEqualTo(zip);
    assertThat(entries(zip))
        .containsKeys(
            "manifest.json",
            "manifest.sig",
            "documents/00-index.pdf",
            "documents/01-cover.pdf",
            "documents/03-registration.pdf");
    Path archive = Files.write(folder.resolve("archive.zip"), zip);
    Path key =
        Files.writeString(
            folder.resolve("published.pem"),
            filer.get("/disputes/signing-keys").ok().text("keys[0].pem"));
    assertThat(verify(archive, key)).isZero();
    filer.get(path + "/archive.zip").problem(403, "wrong-role");
  }

  private static int verify(Path archive, Path key) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "python3", VERIFIER.toString(), archive.toString(), "--key", key.toString())
            .redirectErrorStream(true)
            .start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
