package cn.linli.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the gateway: {@code as("grid-worker@370602003006001").post("/petitions/…")}. */
final class Person {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(ANSWER).version(HttpClient.Version.HTTP_1_1).build();
  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  private final Map<String, String> headers;

  private Person(Map<String, String> headers) {
    this.headers = Map.copyOf(headers);
  }

  /**
   * @param user {@code <role>@<division>[/<name or organisation>]}
   */
  static Person as(String user) {
    return withToken(TOKENS.computeIfAbsent(user, Person::token));
  }

  static Person withToken(String token) {
    return nobody().with("Authorization", "Bearer " + token);
  }

  /** Without a token. */
  static Person nobody() {
    return new Person(Map.of("Accept-Language", "en"));
  }

  static String token(String user) {
    return nobody().post("/demo/token", json("user", user)).ok().text("access_token");
  }

  Person with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Person(more);
  }

  Person key(String idempotencyKey) {
    return with("Idempotency-Key", idempotencyKey);
  }

  Reply post(String path, Map<String, Object> body) {
    return post(path, JSON.writeValueAsString(body));
  }

  Reply post(String path, String body) {
    return send("POST", path, "application/json", BodyPublishers.ofString(body));
  }

  /** A command whose name says all. */
  Reply post(String path) {
    return post(path, "{}");
  }

  Reply upload(String path, String contentType, byte[] body) {
    return send("POST", path, contentType, BodyPublishers.ofByteArray(body));
  }

  Reply get(String path) {
    return send("GET", path, "", BodyPublishers.noBody());
  }

  /** Outside the versioned part of the contract. */
  Reply absolute(String path) {
    return send(
        "GET", PlatformUnderTest.get().gateway().resolve(path), "", BodyPublishers.noBody());
  }

  private Reply send(String method, String path, String contentType, BodyPublisher body) {
    return send(method, uri(path), contentType, body);
  }

  private Reply send(String method, URI path, String contentType, BodyPublisher body) {
    var request = HttpRequest.newBuilder(path).timeout(ANSWER).method(method, body);
    headers.forEach(request::header);
    if (!contentType.isEmpty()) {
      request.header("Content-Type", contentType);
    }
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      return new Reply(
          method + " " + path, response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URI uri(String path) {
    return PlatformUnderTest.get().gateway().resolve("/api/v1" + path);
  }

  /** {@code json("kind", "hazard", "division", "3706…")}: a body in the order it is written. */
  static Map<String, Object> json(Object... namesAndValues) {
    var body = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      body.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return body;
  }
}
