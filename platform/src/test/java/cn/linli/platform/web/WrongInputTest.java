package cn.linli.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every way to send something wrong, and what is answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongInputTest {

  private static final String WORKER = "grid-worker@370602003006001";
  private static final String GOOD =
      """
      {"division":"370602003006001","size":"small","items":[{"name":"tea","pieces":2}]}\
      """;

  private ParcelServer server;

  @BeforeAll
  void start() {
    server = new ParcelServer();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /**
   * @param field of the first violation; empty: none
   */
  private record Row(
      String name, ParcelServer.Request request, int status, String code, String field) {}

  @TestFactory
  List<DynamicTest> each_wrong_input_has_its_code() {
    var rows = new ArrayList<Row>();
    body(rows, "no JSON", "hello", 400, "malformed-json", "");
    body(rows, "half of it", GOOD.substring(0, 40), 400, "malformed-json", "");
    body(rows, "something after the end", GOOD + "{}", 400, "malformed-json", "");
    body(rows, "a list", "[]", 400, "invalid-fields", "");
    body(rows, "null", "null", 400, "invalid-fields", "");
    body(rows, "unknown field", with("\"colour\":1,"), 400, "invalid-fields", "colour");
    body(
        rows,
        "unknown field inside",
        GOOD.replace("\"pieces\"", "\"weight\":1,\"pieces\""),
        400,
        "invalid-fields",
        "items[0].weight");
    body(
        rows,
        "text for a number",
        GOOD.replace("2}", "\"2\"}"),
        400,
        "invalid-fields",
        "items[0].pieces");
    body(
        rows,
        "fraction for a whole number",
        GOOD.replace("2}", "2.5}"),
        400,
        "invalid-fields",
        "items[0].pieces");
    body(
        rows,
        "number for a text",
        GOOD.replace("\"tea\"", "7"),
        400,
        "invalid-fields",
        "items[0].name");
    body(
        rows,
        "null for a number",
        GOOD.replace("2}", "null}"),
        400,
        "invalid-fields",
        "items[0].pieces");
    body(
        rows, "object for a list", GOOD.replaceAll("\\[.*]", "{}"), 400, "invalid-fields", "items");
    body(rows, "no such size", GOOD.replace("small", "tiny"), 400, "invalid-fields", "size");
    body(rows, "size by number", GOOD.replace("\"small\"", "0"), 400, "invalid-fields", "size");
    body(
        rows,
        "missing field",
        GOOD.replace("\"size\":\"small\",", ""),
        400,
        "invalid-fields",
        "size");
    body(rows, "blank", GOOD.replace("tea", " "), 400, "invalid-fields", "items[0].name");
    body(rows, "not positive", GOOD.replace("2}", "0}"), 400, "invalid-fields", "items[0].pieces");
    body(
        rows,
        "list too long",
        GOOD.replaceAll("\\[(.*)]", "[$1,$1,$1,$1]"),
        400,
        "invalid-fields",
        "items");
    body(rows, "same name twice", with("\"size\":\"small\","), 400, "invalid-fields", "size");
    body(
        rows,
        "date without offset",
        with("\"pickUpAt\":\"2026-01-05T10:00\","),
        400,
        "invalid-fields",
        "pickUpAt");
    body(
        rows,
        "no code at all",
        GOOD.replace("370602003006001", "here"),
        422,
        "unknown-division",
        "division");
    body(
        rows,
        "division nobody knows",
        GOOD.replace("370602003006001", "379999"),
        422,
        "unknown-division",
        "");
    body(
        rows,
        "foreign division",
        GOOD.replace("370602003006001", "370602003006002"),
        403,
        "out-of-scope",
        "");
    body(rows, "10 MB", with("\"" + "x".repeat(10_000_000) + "\":1,"), 413, "body-too-large", "");
    body(rows, "deeply nested", "{\"items\":" + "[".repeat(200), 400, "invalid-fields", "items[0]");
    rows.add(row("no token", server.post("/api/v1/parcels", GOOD), 401, "unauthenticated"));
    rows.add(
        row(
            "no such token",
            server.post("/api/v1/parcels", GOOD).header("Authorization", "Bearer x"),
            401,
            "unauthenticated"));
    rows.add(
        row(
            "another scheme",
            server.post("/api/v1/parcels", GOOD).header("Authorization", "Basic eDp5"),
            401,
            "unauthenticated"));
    rows.add(
        row(
            "expired token",
            server
                .post("/api/v1/parcels", GOOD)
                .header(
                    "Authorization",
                    "Bearer " + server.issuer().token(WORKER, Duration.ofSeconds(-60))),
            401,
            "token-expired"));
    rows.add(
        row(
            "wrong role",
            server.post("/api/v1/parcels", GOOD).as("mediator@3706"),
            403,
            "wrong-role"));
    rows.add(row("another media type", form(), 415, "unsupported-media-type"));
    rows.add(
        row(
            "key too long",
            server
                .post("/api/v1/parcels", GOOD)
                .as(WORKER)
                .header("Idempotency-Key", "k".repeat(129)),
            400,
            "invalid-idempotency-key"));
    rows.add(
        row(
            "If-Match without quotes",
            server.post("/api/v1/parcels/x/open", "").as(WORKER).header("If-Match", "7"),
            400,
            "invalid-if-match"));
    rows.add(
        row(
            "forged actor",
            server.post("/api/v1/parcels/x/sign", "{\"by\":\"someone-else\"}").as(WORKER),
            403,
            "not-yourself"));
    rows.add(
        row(
            "on behalf, but not a clerk",
            server
                .post(
                    "/api/v1/parcels/x/sign",
                    "{\"by\":\"someone-else\",\"recordedOnBehalf\":{\"attachment\":\"a\"}}")
                .as(WORKER),
            403,
            "not-yourself"));
    rows.add(
        row(
            "forged actor on an action without fields",
            server.post("/api/v1/parcels/x/open", "{\"by\":\"someone-else\"}").as(WORKER),
            403,
            "not-yourself"));
    rows.add(
        row(
            "field on an action without fields",
            server.post("/api/v1/parcels/x/open", "{\"colour\":\"red\"}").as(WORKER),
            400,
            "invalid-fields"));
    rows.add(
        row(
            "no such parcel",
            server.post("/api/v1/parcels/x/open", "").as(WORKER),
            404,
            "not-found"));
    rows.add(row("no such path", server.get("/api/v1/letters").as(WORKER), 404, "not-found"));
    rows.add(row("no such path, no token", server.get("/api/v1/letters"), 401, "unauthenticated"));
    rows.add(
        row(
            "no such method",
            server.request("DELETE", "/api/v1/parcels").as(WORKER),
            405,
            "method-not-allowed"));
    rows.add(
        row(
            "unknown parameter",
            server.get("/api/v1/parcels?colour=red").as(WORKER),
            400,
            "invalid-fields"));
    rows.add(
        row(
            "parameter twice",
            server.get("/api/v1/parcels?limit=1&limit=2").as(WORKER),
            400,
            "invalid-fields"));
    rows.add(
        row(
            "limit too high",
            server.get("/api/v1/parcels?limit=201").as(WORKER),
            400,
            "invalid-fields"));
    rows.add(
        row(
            "limit no number",
            server.get("/api/v1/parcels?limit=many").as(WORKER),
            400,
            "invalid-fields"));
    rows.add(
        row(
            "no such size asked",
            server.get("/api/v1/parcels?size=tiny").as(WORKER),
            400,
            "invalid-fields"));
    rows.add(
        row(
            "no cursor of ours",
            server.get("/api/v1/parcels?after=abc").as(WORKER),
            400,
            "invalid-cursor"));
    rows.add(
        row(
            "a path that climbs",
            server.get("/api/v1/parcels/%2e%2e/x").as(WORKER),
            400,
            "bad-request"));
    return rows.stream().map(row -> DynamicTest.dynamicTest(row.name(), () -> check(row))).toList();
  }

  private ParcelServer.Request form() {
    return server
        .request("POST", "/api/v1/parcels")
        .as(WORKER)
        .body("<a/>")
        .contentType("text/xml");
  }

  private static String with(String field) {
    return "{" + field + GOOD.substring(1);
  }

  private void body(
      List<Row> rows, String name, String body, int status, String code, String field) {
    rows.add(new Row(name, server.post("/api/v1/parcels", body).as(WORKER), status, code, field));
  }

  private static Row row(String name, ParcelServer.Request request, int status, String code) {
    return new Row(name, request, status, code, "");
  }

  private static void check(Row row) {
    var reply = row.request().send();

    assertThat(reply.status()).as(reply.response().body()).isEqualTo(row.status());
    assertThat(reply.code()).isEqualTo(row.code());
    assertThat(reply.header("X-Correlation-Id")).hasSize(26);
    if (row.status() >= 400) {
      assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(reply.json().path("status").asInt()).isEqualTo(row.status());
      assertThat(reply.json().path("title").asString()).isNotEqualTo(row.code()).isNotBlank();
    }
    if (!row.field().isEmpty()) {
      assertThat(reply.json().at("/violations/0/field").asString()).isEqualTo(row.field());
      assertThat(reply.json().at("/violations/0/message").asString()).isNotBlank();
    }
  }

  @Test
  void who_says_no_more_than_the_token_is_heard() {
    var body = "{\"division\":\"370602003006001\",\"size\":\"small\",\"items\":[],";
    var honest = server.post("/api/v1/parcels", body + "\"by\":\"370602003006001\"}");
    assertThat(honest.as(WORKER).send().status()).isEqualTo(201);
    var nested = body.replace("[]", "[{\"name\":\"tea\",\"pieces\":1,\"by\":\"me\"}]");
    assertThat(
            server
                .post("/api/v1/parcels", nested.replaceFirst(",$", "}"))
                .as(WORKER)
                .send()
                .status())
        .isEqualTo(400);
  }

  @Test
  void what_nobody_foresaw_tells_nothing() {
    var reply = server.get("/api/v1/parcels/broken").as(WORKER).send();

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.code()).isEqualTo("internal-error");
    assertThat(reply.response().body()).doesNotContain("secret");
  }

  @Test
  void a_list_without_a_bound_stops_the_start() {
    record Unbounded(List<String> names) {}
    assertThatThrownBy(() -> BoundedLists.require(Unbounded.class))
        .hasMessageContaining("Unbounded.names");
  }
}
