package cn.linli.standalone.simulator;

import cn.linli.platform.access.DemoIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway as the simulator's people use it: one call after the other, at a bounded rate. */
final class Api implements AutoCloseable {
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final Duration IMPORT_ANSWER = Duration.ofMinutes(5);
  private static final Duration TOKEN_VALID_FOR = Duration.ofHours(1);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build();
  private final Map<String, String> tokens = new HashMap<>();
  private final String gateway;
  private final DemoIssuer issuer;
  private final Duration gap;
  private int refusals;

  /**
   * @param gap between two calls: the machine is the user's, who looks at the city meanwhile
   */
  Api(String gateway, DemoIssuer issuer, Duration gap) {
    this.gateway = gateway;
    this.issuer = issuer;
    this.gap = gap;
  }

  /** Calls refused so far; the rules may say no to a person of the demo city as to anybody else. */
  int refusals() {
    return refusals;
  }

  Optional<JsonNode> get(String user, String path) throws IOException, InterruptedException {
    return send(request(user, path).timeout(ANSWER).build());
  }

  /** The key makes a repeated life repeat nothing. */
  Optional<JsonNode> post(String user, String path, Map<String, ?> body, String idempotencyKey)
      throws IOException, InterruptedException {
    return send(
        request(user, path)
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build());
  }

  Optional<JsonNode> postLines(String user, String path, Iterable<? extends Map<String, ?>> lines)
      throws IOException, InterruptedException {
    var text = new StringBuilder();
    lines.forEach(line -> text.append(JSON.writeValueAsString(line)).append('\n'));
    return send(
        request(user, path)
            .timeout(IMPORT_ANSWER)
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(text.toString()))
            .build());
  }

  /** An object that was answered, as a body to send. */
  static Map<String, ?> members(JsonNode answered) {
    return JSON.convertValue(answered, new TypeReference<Map<String, Object>>() {});
  }

  private HttpRequest.Builder request(String user, String path) {
    var token = tokens.computeIfAbsent(user, u -> issuer.token(u, TOKEN_VALID_FOR).orElseThrow());
    return HttpRequest.newBuilder(URI.create(gateway + path))
        .header("Authorization", "Bearer " + token);
  }

  private Optional<JsonNode> send(HttpRequest request) throws IOException, InterruptedException {
    Thread.sleep(gap);
    var reply = http.send(request, BodyHandlers.ofString());
    if (reply.statusCode() / 100 != 2) {
      refusals++;
      return Optional.empty();
    }
    return Optional.of(JSON.readTree(reply.body()));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
