package cn.linli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import tools.jackson.databind.JsonNode;

/** What the gateway answered; {@code path} is {@code handler.level} or {@code steps[0].name}. */
record Reply(String request, int status, HttpHeaders headers, byte[] bytes) {

  Reply ok() {
    return expect(200);
  }

  Reply created() {
    return expect(201);
  }

  /** A rule said no. */
  Reply refused(String code) {
    return problem(422, code);
  }

  Reply problem(int expectedStatus, String code) {
    expect(expectedStatus);
    assertThat(text("code")).as(this::toString).isEqualTo(code);
    assertThat(header("Content-Type")).startsWith("application/problem+json");
    assertThat(text("title")).as(this::toString).isNotBlank().isNotEqualTo(code);
    assertThat(number("status")).isEqualTo(expectedStatus);
    return this;
  }

  Reply expect(int expectedStatus) {
    assertThat(status).as(this::toString).isEqualTo(expectedStatus);
    return this;
  }

  /** {@code has("level", "grid", "handler.organisation", "…")}. */
  Reply has(Object... pathsAndValues) {
    for (int i = 0; i < pathsAndValues.length; i += 2) {
      var found = at((String) pathsAndValues[i]);
      assertThat(plain(found))
          .as(pathsAndValues[i] + " in " + this)
          .isEqualTo(pathsAndValues[i + 1]);
    }
    return this;
  }

  private static Object plain(JsonNode node) {
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    return node.isIntegralNumber() ? (Object) node.asInt() : node.asString();
  }

  String id() {
    return text("id");
  }

  String text(String path) {
    return at(path).asString();
  }

  long number(String path) {
    return at(path).asLong();
  }

  OffsetDateTime instant(String path) {
    return OffsetDateTime.parse(text(path));
  }

  JsonNode at(String path) {
    return body().at("/" + path.replace("[", "/").replace("]", "").replace(".", "/"));
  }

  JsonNode body() {
    return Person.JSON.readTree(bytes);
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  @Override
  public String toString() {
    return request + " → " + status + " " + new String(bytes, StandardCharsets.UTF_8);
  }
}
