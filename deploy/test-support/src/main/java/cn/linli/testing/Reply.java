package cn.linli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** What a service answered; a path is {@code handler.level} or {@code steps[0].name}. */
public record Reply(String request, HttpResponse<String> response) {

  public Reply ok() {
    return status(200);
  }

  public Reply created() {
    return status(201);
  }

  /** A rule said no. */
  public Reply refused(String code) {
    return problem(422, code);
  }

  /** A problem with this code, and with a title somebody wrote for it. */
  public Reply problem(int status, String code) {
    status(status);
    assertThat(text("code")).as(this::toString).isEqualTo(code);
    assertThat(text("title")).as(this::toString).isNotBlank().isNotEqualTo(code);
    return this;
  }

  public Reply status(int status) {
    assertThat(response.statusCode()).as(this::toString).isEqualTo(status);
    return this;
  }

  /** {@code has("level", "grid", "handler.organisation", "…")}. */
  public Reply has(Object... pathsAndValues) {
    for (int i = 0; i < pathsAndValues.length; i += 2) {
      assertThat(plain(at((String) pathsAndValues[i])))
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

  public String id() {
    return text("id");
  }

  public String text(String path) {
    return at(path).asString();
  }

  public JsonNode at(String path) {
    return body().at("/" + path.replace("[", "/").replace("]", "").replace(".", "/"));
  }

  public JsonNode body() {
    return ServiceUnderTest.JSON.readTree(response.body());
  }

  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Override
  public String toString() {
    return request + " -> " + response.statusCode() + " " + response.body();
  }
}
