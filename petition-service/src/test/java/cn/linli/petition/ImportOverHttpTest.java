package cn.linli.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.job.Job;
import cn.linli.platform.job.Jobs;
import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** History comes in, through the service's door. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportOverHttpTest {

  private static final String IMPORT = "/petitions/import";
  private static final String CSV = "text/csv";
  private static final String HEADER =
      "externalId,submittedAt,title,description,division,category,kind,repliedAt,result,level\n";

  private Server server;
  private Person clerk;

  @BeforeAll
  void start() {
    server = new Server("importing", Clock.systemUTC());
    clerk = server.as("city-officer@3706/import");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private Reply send(String type, byte[] file) {
    return clerk.upload(IMPORT, type, file);
  }

  private Reply send(String csv) {
    return send(CSV, csv.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void eachRowIsTakenOnceAndEachBadOneIsToldWithItsNumber() {
    String file =
        HEADER
            + """
            m-1,2019/4/25 9:32:09,暖气不热,电话 13800138000,370602003006,heating,complaint,2019/4/26 18:00:00,已修复,grid
            m-2,2019/4/25,停车难,,370602,,,,,
            m-3,2019/4/25 9:00:00,何处,,370699,,,2019/4/26,已答复,
            m-4,someday,坏行,,370602,,,,,
            m-5,2019/4/25 9:00:00,外地,,150203,,,,,
            m-1,2019/4/25 9:32:09,暖气不热,电话 13800138000,370602003006,heating,complaint,2019/4/26 18:00:00,已修复,grid
            m-6,2019/4/25 9:00:00,倒着答,,370602,,,2019/4/24 9:00:00,早了,
            """;
    var reply = send(file).ok();
    reply.has("accepted", 2, "duplicates", 1, "quarantined", 1);
    assertThat(reply.at("rejected").size()).isEqualTo(3);
    reply.has("rejected[0].row", 4, "rejected[0].code", "not-a-time");
    reply.has("rejected[1].row", 5, "rejected[1].code", "out-of-scope");
    reply.has("rejected[2].row", 7, "rejected[2].code", "replied-before-submitted");
    for (var row : reply.at("rejected")) {
      assertThat(row.get("message").asString()).isNotEqualTo(row.get("code").asString());
    }

    send(file).ok().has("accepted", 0, "duplicates", 4, "quarantined", 0, "rejected[2].row", 7);
    send(file.replace("停车难", "停车更难"))
        .ok()
        .has("duplicates", 3, "rejected[0].row", 2, "rejected[0].code", "external-id-conflict");
  }

  @Test
  void historyKeepsBothInstantsAndIsClosedWithItsAnswer() {
    send(HEADER
            + "h-1,2019/4/25 9:32:09,旧事,说明,370602003006,heating,,2019/4/26 18:00:00,已修复,grid\n"
            + "h-2,2019/4/25,旧事二,说明,370602003006,heating,,2019/4/30,已答复,\n")
        .ok()
        .has("accepted", 2);
    String first = clerk.get("/petitions?externalId=h-1").ok().text("items[0].id");
    var shown = clerk.get("/petitions/" + first).ok();
    shown.has("status", "closed", "channel", "import", "result.level", "grid");
    assertThat(shown.response().body()).contains("2019-04-25T01:32:09Z", "2019-04-26T10:00:00Z");
    var second =
        clerk.get("/petitions/" + clerk.get("/petitions?externalId=h-2").text("items[0].id")).ok();
    assertThat(second.response().body()).contains("2019-04-24T16:00:00Z", "2019-04-29T16:00:00Z");
  }

  @Test
  void aFormAWorkbookAndLinesOfJsonSayTheSame() throws IOException {
    String boundary = "border";
    String form =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n"
            .formatted(boundary, HEADER + "f-1,2019/4/25,表单,,370602,,,,,\n", boundary);
    send("multipart/form-data; boundary=" + boundary, form.getBytes(StandardCharsets.UTF_8))
        .ok()
        .has("accepted", 1);
    String json =
        "{\"externalId\":\"f-1\",\"submittedAt\":\"2019-04-25T00:00:00+08:00\",\"title\":\"表单\",\"division\":\"370602000000\"}\n";
    send("application/x-ndjson", json.getBytes(StandardCharsets.UTF_8)).ok().has("duplicates", 1);
    send(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            workbook("f-1", "2019/4/25", "表单", "370602"))
        .ok()
        .has("duplicates", 1);
  }

  private static byte[] workbook(String... row) throws IOException {
    var file = new ByteArrayOutputStream();
    try (var workbook = new Workbook(file, "test", "1.0")) {
      var sheet = workbook.newWorksheet("requests");
      String[] header = {"externalId", "submittedAt", "title", "division"};
      for (int column = 0; column < row.length; column++) {
        sheet.value(0, column, header[column]);
        sheet.value(1, column, row[column]);
      }
    }
    return file.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "'', empty-file",
    "'id,submittedAt,title,colour', unknown-column",
    "'id,title', missing-column",
    "'PK not a zip', malformed-file"
  })
  void aFileThatCanNotBeReadIsRefusedAsAWhole(String file, String code) {
    send(file).refused(code);
  }

  @Test
  void whoMayNotImportIsTurnedAway() {
    byte[] file = HEADER.getBytes(StandardCharsets.UTF_8);
    server.as("resident@370602003006/li").upload(IMPORT, CSV, file).problem(403, "wrong-role");
    server.nobody().upload(IMPORT, CSV, file).problem(401, "unauthenticated");
    clerk.upload(IMPORT, "image/png", file).problem(415, "unsupported-media-type");
    clerk.upload(IMPORT + "?division=150203", CSV, file).problem(403, "out-of-scope");
    clerk.upload(IMPORT + "?division=370699", CSV, file).problem(422, "unknown-division");
  }

  @Test
  void moreThanACallerMayWaitForIsAJobWithPagesOfBadRows() {
    String file =
        HEADER
            + IntStream.rangeClosed(1, 5_200)
                .mapToObj(i ->
                    "j-%d,%s,件%d,,370602,,,,,\n"
                        .formatted(i, i % 50 == 0 ? "never" : "2019/4/25", i))
                .collect(Collectors.joining());
    var accepted = send(file).status(202);
    String job = accepted.header("Location").replace("/api/v1", "");
    assertThat(job).isEqualTo("/jobs/" + accepted.id());
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> clerk.get(job).ok().has("status", "done"));
    var done = clerk.get(job + "?limit=100").ok();
    done.has("progress.rows", 5_200, "progress.accepted", 5_096, "progress.rejected", 104);
    assertThat(done.at("rejected.items").size()).isEqualTo(100);
    done.has("rejected.items[0].row", 50, "rejected.items[0].code", "not-a-time");
    var rest = clerk.get(job + "?limit=100&after=" + done.text("rejected.next")).ok();
    assertThat(rest.at("rejected.items").size()).isEqualTo(4);
    rest.has("rejected.items[3].row", 5_200);
    server.as("city-officer@3706/somebody-else").get(job).problem(404, "not-found");
    server.as("admin@3706").get(job).ok();
  }

  @Test
  void aShortFileIsAJobTooIfItsCallerPrefers() {
    var accepted =
        clerk
            .with("Prefer", "respond-async")
            .upload(
                IMPORT,
                CSV,
                (HEADER + "p-1,2019/4/25,件,,370602,,,,,\n").getBytes(StandardCharsets.UTF_8))
            .status(202);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            clerk.get("/jobs/" + accepted.id()).ok().has("status", "done", "progress.accepted", 1));
  }

  @Test
  void anInterruptedJobCountsWhatItHadTakenAsTaken() throws Exception {
    String file =
        HEADER
            + IntStream.rangeClosed(1, 300)
                .mapToObj(i -> "r-%d,2019/4/25,件%d,,370602,,,,,\n".formatted(i, i))
                .collect(Collectors.joining())
            + "r-7,2019/4/25,件7,,370602,,,,,\n";
    var jobs = server.bean(Jobs.class);
    var caller = new Caller("import-mark", Role.CITY_OFFICER, DivisionCode.of("3706"), null);
    Job job =
        jobs.receive(
            "interrupted",
            "petition-import",
            caller,
            Map.of(),
            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    var table = server.database().getCollection("jobs");
    jobs.queue(job);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> jobs.find("interrupted").orElseThrow().state() == Job.State.DONE);
    var first = jobs.find("interrupted").orElseThrow();
    assertThat(first.counts()).containsEntry("accepted", 300L).containsEntry("duplicates", 1L);

    // As if its instance had ended after row 100, with all rows committed.
    jobs.remove(job);
    jobs.receive(
        "interrupted",
        "petition-import",
        caller,
        Map.of(),
        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    table.updateOne(
        Filters.eq("_id", "interrupted"),
        Updates.combine(
            Updates.set("st", "running"),
            Updates.set("ep", 1L),
            Updates.set("until", new Date(0)),
            Updates.set("rows", 100L),
            Updates.set("n.accepted", 100L)));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> jobs.find("interrupted").orElseThrow().state() == Job.State.DONE);
    assertThat(jobs.find("interrupted").orElseThrow().counts()).isEqualTo(first.counts());
  }

  @Test
  void allRealMessagesAreTaken() throws IOException {
    byte[] file = Files.readAllBytes(sharedFile("petitions-with-replies.csv"));
    send(CSV, file).ok().has("accepted", 2_816, "duplicates", 0, "quarantined", 0);
    send(CSV, file).ok().has("accepted", 0, "duplicates", 2_816, "quarantined", 0);
  }

  static Path sharedFile(String name) {
    String named = System.getenv("LINLI_DATA");
    Path root = Path.of(System.getProperty("linli.root", "..")).toAbsolutePath().normalize();
    Path found =
        named == null ? root.resolve("../shared/data").resolve(name) : Path.of(named, name);
    for (Path above = root; named == null && above != null; above = above.getParent()) {
      if (Files.exists(above.resolve("shared/data").resolve(name))) {
        found = above.resolve("shared/data").resolve(name);
      }
    }
    assumeTrue(Files.exists(found), found + " is not here; name its folder with LINLI_DATA");
    return found;
  }

  @Test
  @Tag("slow")
  void aHundredThousandRowsNeedNoMoreMemoryThanAFew() throws Exception {
    var body =
        IntStream.rangeClosed(1, 100_000)
            .mapToObj(i ->
                "{\"externalId\":\"big-%d\",\"submittedAt\":\"2019-04-25T09:00:00+08:00\",\"title\":\"件 %d\",\"description\":\"%s\",\"division\":\"370602003006\",\"repliedAt\":\"2019-04-26T09:00:00+08:00\",\"result\":\"好\"}"
                    .formatted(i, i, "很长的说明".repeat(60)));
    var accepted = clerk.uploadLines(IMPORT, "application/x-ndjson", body).status(202);
    var inUse = new ArrayList<Long>();
    await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofSeconds(3))
        .until(() -> {
          var job = clerk.get("/jobs/" + accepted.id()).ok();
          if (Integer.parseInt(job.text("progress.accepted")) >= 10_000) {
            inUse.add(liveBytes());
          }
          return job.text("status").equals("done");
        });
    clerk.get("/jobs/" + accepted.id()).ok().has("progress.accepted", 100_000);
    assertThat(inUse).as("looked at several times on the way").hasSizeGreaterThan(3);
    assertThat(Collections.max(inUse) - inUse.getFirst())
        .as("bytes reachable more than after a tenth of the rows, the file having 100 million")
        .isLessThan(24L << 20);
  }

  /** What is reachable: everything else has been collected. */
  private static long liveBytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
