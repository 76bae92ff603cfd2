package cn.linli.mediation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** What the service answered. */
record Reply(String request, HttpResponse<String> response) {

  Reply ok() {
    return status(200);
  }

  Reply created() {
    return status(201);
  }

  Reply refused(String code) {
    return problem(422, code);
  }

  Reply problem(int status, String code) {
    status(status);
    assertThat(text("code")).as(this::toString).isEqualTo(code);
    assertThat(text("title")).as(this::toString).isNotEqualTo(code);
    return this;
  }

  Reply status(int status) {
    assertThat(response.statusCode()).as(this::toString).isEqualTo(status);
    return this;
  }

  Reply has(Object... pathsAndValues) {
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

  String id() {
    return text("id");
  }

  String text(String path) {
    return at(path).asString();
  }

  JsonNode at(String path) {
    return body().at("/" + path.replace("[", "/").replace("]", "").replace(".", "/"));
  }

  JsonNode body() {
    return Server.JSON.readTree(response.body());
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Override
  public String toString() {
    return request + " -> " + response.statusCode() + " " + response.body();
  }
}
