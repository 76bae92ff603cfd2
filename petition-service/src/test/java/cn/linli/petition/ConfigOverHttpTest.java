package cn.linli.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.platform.config.tables.LimitTable;
import cn.linli.platform.config.tables.ShippedTables;
import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ObjectNode;

/** Tables are set over HTTP and hold at once, for what comes after. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfigOverHttpTest {

  private static final String LIMITS = "/config/limits?division=";

  private Server server;
  private Person city;

  @BeforeAll
  void start() {
    server = new Server("config", Clock.systemUTC());
    city = server.as("city-officer@3706");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static ObjectNode limits() {
    return Server.JSON.valueToTree(ShippedTables.of(LimitTable.class));
  }

  private static ObjectNode answerWithin(int workingDays) {
    ObjectNode table = limits();
    ((ObjectNode) table.at("/classes/complaint/answer")).put("amount", workingDays);
    return table;
  }

  @Test
  void aTableHoldsAtOnceForItsDivisionAndAllBelow() {
    city.get(LIMITS + "370681").ok().has("from", "shipped", "version", 0);
    var set = city.post(LIMITS + "370681", answerWithin(2).toString()).ok();
    set.has("from", "370681", "version", 1, "table.classes.complaint.answer.amount", 2);
    assertThat(set.header("ETag")).isEqualTo("\"1\"");
    city.get(LIMITS + "370681001").ok().has("from", "370681", "version", 0);
    city.get(LIMITS + "370611").ok().has("from", "shipped");

    var early = complaint("370681").text("deadlines.rawDate");
    city.post(LIMITS + "370681", answerWithin(9).toString()).ok().has("version", 2);
    var late = complaint("370681");
    assertThat(late.text("deadlines.rawDate")).isGreaterThan(early);
  }

  @Test
  void aRunningCaseKeepsItsLimits() {
    city.post(LIMITS + "370682", answerWithin(2).toString()).ok();
    var running = complaint("370682");
    city.post(LIMITS + "370682", answerWithin(9).toString()).ok();
    assertThat(
            server
                .as("hotline-operator@3706")
                .get("/petitions/" + running.id())
                .text("deadlines.answerBy"))
        .isEqualTo(running.text("deadlines.answerBy"));
  }

  private Reply complaint(String division) {
    return server
        .as("hotline-operator@3706")
        .post(
            "/petitions",
            "kind",
            "complaint",
            "channel",
            "hotline",
            "title",
            "噪声",
            "description",
            "夜间施工",
            "category",
            "noise",
            "urgency",
            "normal",
            "division",
            division)
        .created();
  }

  @Test
  void anIncompleteTableIsRefusedWithTheMissingCellNamed() {
    ObjectNode table = limits();
    ((ObjectNode) table.at("/classes/complaint")).remove("answer");
    ((ObjectNode) table.get("classes")).remove("hazard");
    var refused = city.post(LIMITS + "370683", table.toString()).problem(422, "incomplete-table");
    refused.has(
        "violations[0].field", "classes.complaint.answer",
        "violations[1].field", "classes.hazard");
    city.get(LIMITS + "370683").ok().has("from", "shipped");
  }

  @Test
  void unknownFieldsValuesAndPlacesAreRefused() {
    ObjectNode table = limits();
    table.put("colour", "red");
    city.post(LIMITS + "3706", table.toString()).status(400).has("violations[0].field", "colour");
    city.post(LIMITS + "370697", limits().toString()).problem(422, "unknown-division");
    city.post("/config/limits", limits().toString()).problem(422, "unknown-division");
    city.post(LIMITS + "150203", limits().toString()).problem(403, "out-of-scope");
    server
        .as("grid-worker@370602003006001")
        .post(LIMITS + "370602003006", limits().toString())
        .problem(403, "wrong-role");
    city.get("/config/moods?division=3706").status(404);
  }

  @Test
  void aVersionThatIsNotTheLastOneIsRefused() {
    city.with("If-Match", "\"0\"").post(LIMITS + "370685", answerWithin(3).toString()).ok();
    city.with("If-Match", "\"0\"")
        .post(LIMITS + "370685", answerWithin(4).toString())
        .problem(412, "version-conflict");
  }

  @Test
  void aTaxonomyComesInAsCsvAndRequestsCarryItsLeaves() throws Exception {
    String csv =
        """
        level1,level2,level3
        城乡建设,安全生产,事故处理
        城乡建设,安全生产,安全隐患
        """;
    var set =
        city.upload(
                "/config/categories/import?division=370686",
                "text/csv",
                csv.getBytes(StandardCharsets.UTF_8))
            .ok();
    assertThat(set.at("table.categories").size()).isEqualTo(4);
    String leaf = set.text("table.categories[3].code");
    server
        .as("hotline-operator@3706")
        .post(
            "/petitions",
            "kind",
            "complaint",
            "channel",
            "hotline",
            "title",
            "隐患",
            "description",
            "隐患",
            "category",
            leaf,
            "urgency",
            "normal",
            "division",
            "370686")
        .created()
        .has("category", leaf);
    Path taxonomy = ImportOverHttpTest.sharedFile("category-taxonomy.csv");
    var whole =
        city.upload(
                "/config/categories/import?division=370686",
                "text/csv",
                Files.readAllBytes(taxonomy))
            .ok();
    assertThat(whole.at("table.categories").size()).isGreaterThan(517);
  }

  @Test
  void theNextYearsNoticeComesInAsCsv() {
    byte[] days =
        "date,kind,name\n2027-01-01,off,元旦\n2027-01-03,work,元旦补班\n"
            .getBytes(StandardCharsets.UTF_8);
    city.upload("/calendar/import?division=3706&lastCoveredYear=2027", "text/csv", days)
        .ok()
        .has("name", "calendars", "table.lastCoveredYear", 2027, "table.days[1].kind", "work");
    city.upload(
            "/calendar/import?division=3706",
            "text/csv",
            "date,kind,name\nsomeday,off,x\n".getBytes(StandardCharsets.UTF_8))
        .problem(422, "incomplete-table");
  }

  @Test
  void importedDivisionsAreKnownAtOnceAndOpenToFollowers() {
    byte[] csv = "code,name\n370699,新区\n370699001,新街道\n".getBytes(StandardCharsets.UTF_8);
    city.upload("/divisions/import", "text/csv", csv).problem(403, "wrong-role");
    var admin = server.as("admin@37");
    admin
        .upload(
            "/divisions/import",
            "text/csv",
            "code,name\n370698001,无上级\n".getBytes(StandardCharsets.UTF_8))
        .problem(422, "invalid-divisions")
        .has("violations[0].field", "370698001");
    admin.upload("/divisions/import", "text/csv", csv).ok().has("accepted", 2);
    complaint("370699001").has("division", "370699001");
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> {
          var imported = server.nobody().get("/divisions/imported?after=0").ok();
          assertThat(imported.at("divisions").size()).isEqualTo(2);
        });
  }

  @Test
  void thePublishedContractNamesTheTables() {
    var docs = server.nobody().absolute("/v3/api-docs").ok();
    assertThat(docs.response().body())
        .contains("/api/v1/config/limits", "/api/v1/petitions/import");
  }
}
