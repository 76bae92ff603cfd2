package cn.linli.gateway.views.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.events.petition.Level;
import cn.linli.gateway.views.figures.Figures;
import cn.linli.gateway.views.figures.Life;
import cn.linli.platform.fold.ViewAudit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ViewEndpointsTest {

  private static final String CITY = "city-officer@3706";
  private static final String VIEWS = "/api/v1/views/";

  private static final String TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();

  private static RunningGateway gateway;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    gateway = new RunningGateway(folder);
    gateway.topic.send(
        IntStream.range(0, 20)
            .mapToObj(i ->
                Life.in("3706020030060" + (i % 2 == 0 ? "01" : "02"))
                    .at(i < 14 ? Level.GRID : i < 18 ? Level.COMMUNITY : Level.STREET)
                    .about(i < 12 ? "heating" : "noise")
                    .submitted("2026-01-05")
                    .resolved("2026-01-0" + (6 + i % 3), 60L * i)
                    .closed("2026-01-09"))
            .toList());
    gateway.topic.send(Life.in("620201002012001").submitted("2026-01-05"));
    for (int i = 0; i < 3; i++) {
      gateway.topic.send(Life.in("150203006016").submitted(TODAY));
    }
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> figure(get("370602"), "received").path("value").asInt() == 20);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void a_frame_names_its_division_its_figures_and_how_fresh_its_parts_are() {
    await().until(() -> get("3706").path("parts").path(0).path("state").asString().equals("live"));
    var frame = get("3706");

    assertThat(frame.path("tier").asString()).isEqualTo("city");
    assertThat(frame.path("name").asString()).isEqualTo("烟台市");
    assertThat(figure(frame, "closed").path("value").asInt()).isEqualTo(20);
    assertThat(figure(frame, "open").path("value").asInt()).isZero();
    assertThat(figure(frame, "levelShare.grid").path("value").asDouble()).isEqualTo(0.7);
    assertThat(figure(frame, "levelShare.upward").path("numerator").asInt()).isEqualTo(2);
    assertThat(figure(frame, "medianHours").path("value").asInt()).isEqualTo(9);
    assertThat(figure(frame, "satisfactionRate").path("value").isNull()).isTrue();
    assertThat(figure(frame, "closed").path("formulaVersion").asInt()).isEqualTo(1);
    assertThat(frame.path("parts").path(0).path("service").asString()).isEqualTo("petitions");
    assertThat(frame.path("parts").path(0).path("state").asString()).isEqualTo("live");
    assertThat(frame.path("lagMs").asLong()).isBetween(0L, 10_000L);
    assertThat(frame.path("asOf").isNull()).isFalse();
  }

  @Test
  void days_cut_what_is_counted() {
    assertThat(figure(get("3706?from=2026-01-06&to=2026-01-06"), "resolved").path("value").asInt())
        .isEqualTo(7);
    assertThat(figure(get("3706?to=2026-01-08"), "open").path("value").asInt()).isEqualTo(20);
    assertThat(figure(get("3706?at=2026-01-04"), "received").path("value").isNull()).isTrue();
    assertThat(get("3706?figures=petitions.open").path("figures").size()).isEqualTo(1);
  }

  @Test
  void trend_children_and_breakdown_answer_rows() {
    var trend = get("3706/trend?by=day&from=2026-01-05&to=2026-01-09&figures=petitions.resolved");
    assertThat(
            trend
                .path("rows")
                .valueStream()
                .map(row -> figure(row, "resolved").path("value").asInt())
                .toList())
        .containsExactly(0, 7, 7, 6, 0);

    var children = get("3706/children?sort=-petitions.received&figures=petitions.received");
    assertThat(children.path("rows").path(0).path("key").asString()).isEqualTo("370602");
    assertThat(children.path("rows").size()).isGreaterThan(10);
    assertThat(figure(children.path("total"), "received").path("value").asInt()).isEqualTo(20);
    assertThat(figure(children.path("own"), "received").path("value").asInt()).isZero();

    var rows = get("3706/breakdown?by=category").path("rows");
    assertThat(rows.path(0).path("key").asString()).isEqualTo("heating");
    assertThat(figure(rows.path(0), "received").path("value").asInt()).isEqualTo(12);
    assertThat(figure(rows.path(0), "medianHours").path("value").isNull()).isTrue();
  }

  @Test
  void several_questions_are_answered_in_one_call() {
    var reply =
        gateway.post(
            CITY,
            "/api/v1/views/query",
            """
            {"queries": {
              "now": {"figures": ["petitions.received"], "divisions": ["3706", "370602"]},
              "week": {"figures": ["petitions.resolved"], "divisions": ["3706"], "by": "day",
                       "from": "2026-01-07", "to": "2026-01-08", "compare": "previous"},
              "about": {"figures": ["petitions.closed"], "divisions": ["3706"], "by": "level"}}}
            """);

    assertThat(reply.status()).isEqualTo(200);
    var queries = reply.json().path("queries");
    assertThat(queries.path("now").path("rows").size()).isEqualTo(2);
    var day = queries.path("week").path("rows").path(1);
    assertThat(figure(day, "resolved").path("value").asInt()).isEqualTo(6);
    assertThat(day.path("compared").path("petitions.resolved").path("value").asInt()).isEqualTo(7);
    assertThat(queries.path("about").path("rows").valueStream().map(r -> r.path("key").asString()))
        .containsExactly("community", "grid", "street");
  }

  @Test
  void the_catalogue_has_names_in_both_languages_formula_version_and_unit() {
    var items = gateway.get(CITY, "/api/v1/views/figures").json().path("items");

    assertThat(items.size()).isEqualTo(Figures.ALL.size());
    assertThat(items.path(0).path("code").asString()).isEqualTo("petitions.received");
    assertThat(items.path(0).path("name").asString()).isEqualTo("Requests received");
    assertThat(items.path(0).path("names").path("zh-CN").asString()).isEqualTo("收到诉求");
    assertThat(items.path(12).path("formula").asString()).contains("smallest");
  }

  @ParameterizedTest
  @CsvSource({
    "district-officer@370602, 370602003, 200, ",
    "district-officer@370602, 3706, 403, out-of-scope",
    "district-officer@370602, 370611, 403, out-of-scope",
    "city-officer@620200, 620201, 200, ",
    "district-officer@620201, 6202, 200, ",
    "city-officer@3706, 990000, 422, unknown-division",
    "city-officer@3706, 37x6, 422, unknown-division",
    "city-officer@3706, 3706?from=yesterday, 400, invalid-fields",
    "city-officer@3706, 3706?from=2026-02-01&to=2026-01-01, 400, invalid-fields",
    "city-officer@3706, 3706?figures=petitions.unheard, 400, invalid-fields",
    "city-officer@3706, 3706?color=red, 400, invalid-fields",
    "city-officer@3706, 3706/trend?by=day&from=2020-01-01, 400, trend-too-long",
    "city-officer@3706, 3706/breakdown, 400, invalid-fields",
    "city-officer@3706, 370602003006001/breakdown?by=kind, 422, too-small-to-break-down",
    "city-officer@3706, 3706/breakdown?by=mood, 400, invalid-fields",
    "city-officer@3706, 3706/figures/petitions.satisfactionRate/cases, 422, figure-without-cases"
  })
  void scope_and_input_are_checked(String user, String path, int status, String code) {
    var reply = gateway.get(user, VIEWS + path);

    assertThat(reply.status()).as(reply.json().toString()).isEqualTo(status);
    if (code != null) {
      assertThat(reply.json().path("code").asString()).isEqualTo(code);
    }
  }

  @Test
  void the_cases_of_a_figure_are_the_list_with_its_filter() {
    gateway.asked.clear();

    var reply = gateway.get(CITY, VIEWS + "370602/figures/petitions.closed/cases?limit=10");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("items").path(0).path("id").asString()).isEqualTo("p1");
    assertThat(gateway.asked).containsExactly("division=370602&status=closed&limit=10");
  }

  @Test
  void reconciliation_compares_three_numbers_and_names_their_difference() {
    await()
        .until(() ->
            figure(gateway.get("auditor@15", VIEWS + "15").json(), "received").path("value").asInt()
                == 3);
    var reply = gateway.get("auditor@15", "/api/v1/reconciliation?day=" + TODAY);

    assertThat(reply.status()).isEqualTo(200);
    var topic = reply.json().path("topics").path(0);
    assertThat(topic.path("topic").asString()).isEqualTo("linli.petition");
    assertThat(topic.path("passed").size()).isZero();
    assertThat(topic.path("divisions").size()).as("the caller's own").isEqualTo(1);
    var line = topic.path("divisions").path(0);
    assertThat(line.path("division").asString()).isEqualTo("150203");
    assertThat(line.path("committed").asInt()).isEqualTo(4);
    assertThat(line.path("published").asInt()).isEqualTo(3);
    assertThat(line.path("applied").asInt()).isEqualTo(3);
    assertThat(line.path("difference").asString()).isEqualTo("1 committed and not published");
    assertThat(reply.json().path("equal").asBoolean()).isFalse();
    assertThat(gateway.get("resident@62", "/api/v1/reconciliation").status()).isEqualTo(403);
    assertThat(gateway.get("auditor@62", "/api/v1/reconciliation?day=x").status()).isEqualTo(400);
  }

  @Test
  void a_stream_begins_with_a_full_frame_follows_changes_and_ends_with_its_token() {
    var seen = new CopyOnWriteArrayList<String>();
    var reading =
        Thread.startVirtualThread(() ->
            gateway
                .lines("city-officer@6202", Duration.ofSeconds(6), VIEWS + "620201/stream")
                .forEach(seen::add));
    await().untilAsserted(() -> assertThat(seen).contains("event:figures"));
    String first = id(seen);

    gateway.topic.send(Life.in("620201002012001").submitted("2026-01-06"));

    await().untilAsserted(() -> assertThat(id(seen)).isNotEqualTo(first));
    assertThat(data(seen).getLast()).contains("\"petitions.received\":{\"value\":2,");
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(reading.isAlive()).isFalse());
    assertThat(gateway.bean(ViewAudit.class).run(applied -> {}).differences()).isEmpty();
  }

  @Test
  void a_rebuild_is_asked_for_by_an_admin_and_ends_with_the_same_numbers() {
    assertThat(gateway.post(CITY, "/api/v1/views/rebuild", "").status()).isEqualTo(403);
    String live = gateway.get(CITY, "/api/v1/views/rebuild").json().path("live").asString();

    var asked = gateway.post("admin@3706", "/api/v1/views/rebuild", "");

    assertThat(asked.status()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            !gateway
                .get(CITY, "/api/v1/views/rebuild")
                .json()
                .path("live")
                .asString()
                .equals(live));
    await()
        .untilAsserted(
            () -> assertThat(figure(get("3706"), "received").path("value").asInt()).isEqualTo(20));
  }

  private static JsonNode get(String path) {
    var reply = gateway.get(CITY, VIEWS + path);
    assertThat(reply.status()).as(reply.json().toString()).isEqualTo(200);
    return reply.json();
  }

  private static JsonNode figure(JsonNode of, String code) {
    return of.path("figures").path("petitions." + code);
  }

  private static String id(List<String> lines) {
    return lines.stream().filter(line -> line.startsWith("id:")).toList().getLast();
  }

  private static List<String> data(List<String> lines) {
    return lines.stream().filter(line -> line.startsWith("data:")).toList();
  }
}
