package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static cn.linli.acceptance.Person.nobody;
import static cn.linli.acceptance.Person.withToken;
import static cn.linli.acceptance.Petitions.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of wrong input has its problem, and none of them changes anything. */
class WrongInputTest {

  private static final String GRID = "370602003006007";
  private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

  private static Figures received;

  @BeforeAll
  static void count() {
    received = Figures.of("petitions.received", GRID);
  }

  /** One good request after all the wrong ones: when it counts, those would have counted, too. */
  @AfterAll
  static void none_of_them_changed_anything() {
    submit(with()).created();
    received.grewBy(2); // this one, and the one that was sent twice with one key
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void is_refused_with_its_problem(Supplier<Reply> call, int status, String code) {
    call.get().problem(status, code);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        row("bad JSON", () -> submit("{\"kind\":"), 400, "malformed-json"),
        row("not an object", () -> submit("[]"), 400, "invalid-fields"),
        row("unknown field", () -> submit(with("colour", "red")), 400, "invalid-fields"),
        row("number for text", () -> submit(with("title", 7)), 400, "invalid-fields"),
        row(
            "text for number",
            () -> submit(with("affectedHouseholds", "nine")),
            400,
            "invalid-fields"),
        row("unknown word", () -> submit(with("kind", "wish")), 400, "invalid-fields"),
        row("missing title", () -> submit(with("title", null)), 400, "invalid-fields"),
        row("blank title", () -> submit(with("title", " ")), 400, "invalid-fields"),
        row(
            "unknown division",
            () -> submit(with("division", "370602999")),
            422,
            "unknown-division"),
        row("no division", () -> submit(with("division", "37x")), 422, "unknown-division"),
        row("foreign scope", () -> submit(with("division", "370602003005")), 403, "out-of-scope"),
        row(
            "hazard as formal petition",
            () -> submit(with("kind", "hazard", "regime", "formal")),
            422,
            "hotline-only"),
        row(
            "consultation as formal petition",
            () -> submit(with("kind", "consultation", "regime", "formal")),
            422,
            "hotline-only"),
        row(
            "accusation of a body on the hotline",
            () ->
                submit(
                    with(
                        "kind",
                        "accusation",
                        "accused",
                        Map.of("type", "body", "organisation", "370602003"))),
            422,
            "right-channel"),
        row(
            "10 MB body",
            () -> submit(with("description", "长".repeat(TEN_MEGABYTES / 3))),
            413,
            "body-too-large"),
        row("no token", () -> nobody().post("/petitions", with()), 401, "unauthenticated"),
        row(
            "forged token",
            () -> withToken(forged()).post("/petitions", with()),
            401,
            "unauthenticated"),
        row(
            "expired token",
            () -> withToken(expired()).post("/petitions", with()),
            401,
            "token-expired"),
        row(
            "forged actor",
            () -> worker().post(petition() + "/accept", json("by", "somebody-else")),
            403,
            "not-yourself"),
        row(
            "forged actor in a request",
            () -> submit(with("department", "heating-company")),
            403,
            "not-yourself"),
        row(
            "wrong role",
            () -> as("analyst@" + GRID).post("/petitions", with()),
            403,
            "wrong-role"),
        row(
            "nothing there",
            () -> worker().get("/petitions/00000000000000000000000000"),
            404,
            "not-found"),
        row(
            "no such code",
            () -> nobody().get("/tracking/00000000000000000000000000"),
            404,
            "not-found"),
        row("replayed key, other body", WrongInputTest::replayed, 409, "idempotency-conflict"),
        row("stale version", WrongInputTest::stale, 412, "version-conflict"),
        row(
            "foreign cursor",
            () -> worker().get("/petitions?division=" + GRID + "&after=abc"),
            400,
            "invalid-cursor"),
        row(
            "unknown parameter",
            () -> worker().get("/petitions?colour=red"),
            400,
            "invalid-fields"));
  }

  @Test
  void the_field_that_is_wrong_is_named() {
    var reply = submit(with("colour", "red"));
    assertThat(reply.at("violations").findValuesAsString("field")).containsExactly("colour");
    assertThat(submit(with("title", " ")).at("violations").findValuesAsString("field"))
        .containsExactly("title");
  }

  @Test
  void messages_are_chinese_unless_asked_otherwise_and_codes_never_change() {
    var chinese =
        worker().with("Accept-Language", "zh-CN").post("/petitions", with("colour", "red"));
    assertThat(chinese.text("code")).isEqualTo("invalid-fields");
    assertThat(chinese.text("title")).matches(".*\\p{IsHan}.*");
    assertThat(submit(with("colour", "red")).text("title")).matches("[\\x20-\\x7e]+");
  }

  @Test
  void the_same_key_and_body_is_answered_with_the_same_petition() {
    var key = UUID.randomUUID().toString();
    var first = worker().key(key).post("/petitions", with()).created();
    var again = worker().key(key).post("/petitions", with()).created();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.header("Idempotency-Hit")).isEqualTo("true");
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
  }

  private static Arguments row(String name, Supplier<Reply> call, int status, String code) {
    return arguments(Named.of(name, call), status, code);
  }

  private static Person worker() {
    return as("grid-worker@" + GRID);
  }

  private static Reply submit(Map<String, Object> body) {
    return worker().post("/petitions", body);
  }

  private static Reply submit(String body) {
    return worker().post("/petitions", body);
  }

  private static Map<String, Object> with(Object... more) {
    return request("parking", GRID, more);
  }

  private static String petition() {
    var clerk = as("community-clerk@370602003006");
    return "/petitions/"
        + clerk.post("/petitions", request("parking", "370602003006")).created().id();
  }

  private static Reply replayed() {
    var clerk = as("community-clerk@370602003006").key(UUID.randomUUID().toString());
    clerk.post("/petitions", request("parking", "370602003006")).created();
    return clerk.post("/petitions", request("noise", "370602003006"));
  }

  private static Reply stale() {
    var clerk = as("community-clerk@370602003006");
    var id = clerk.post("/petitions", request("service-window", "370602003006")).created().id();
    clerk.post("/petitions/" + id + "/accept").ok();
    return clerk
        .with("If-Match", "\"1\"")
        .post("/petitions/" + id + "/contact", json("note", "过期版本"));
  }

  private static String forged() {
    var token = Person.token("grid-worker@" + GRID);
    var parts = token.split("\\.");
    return parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse();
  }

  private static String expired() {
    return nobody()
        .post("/demo/token", json("user", "grid-worker@" + GRID, "expiresInSeconds", -60))
        .ok()
        .text("access_token");
  }
}
