package cn.linli.platform.access;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the issuer for a token of this service and keeps it until shortly before its end. Source:
 * OAuth 2.0 (RFC 6749) §4.4, client credentials.
 */
final class ClientCredentials implements ServiceCredential {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A token that ends while it is on its way is of no use. */
  private static final Duration RENEWED_BEFORE = Duration.ofMinutes(1);

  private static final long LIFE_SECONDS_DEFAULT = 120;
  private static final String REQUEST = "grant_type=client_credentials";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private record Kept(String token, Instant renewAt) {}

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ReentrantLock lock = new ReentrantLock();
  private final ClientProperties client;
  private @Nullable Kept kept;

  ClientCredentials(ClientProperties client) {
    this.client = client;
  }

  @Override
  public String token() {
    lock.lock();
    try {
      Kept now = kept;
      if (now == null || !Instant.now().isBefore(now.renewAt())) {
        now = fetch();
        kept = now;
      }
      return now.token();
    } finally {
      lock.unlock();
    }
  }

  private Kept fetch() {
    Instant askedAt = Instant.now();
    var request =
        HttpRequest.newBuilder(client.tokenUri())
            .timeout(PATIENCE)
            .header("Authorization", "Basic " + basic())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(REQUEST))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException("the issuer answers " + response.statusCode());
      }
      JsonNode reply = JSON.readTree(response.body());
      String token = reply.path("access_token").asString("");
      if (token.isEmpty()) {
        throw new IllegalStateException("the issuer gives no token");
      }
      var life = Duration.ofSeconds(reply.path("expires_in").asLong(LIFE_SECONDS_DEFAULT));
      return new Kept(token, askedAt.plus(life).minus(RENEWED_BEFORE));
    } catch (IOException | JacksonException e) {
      throw new IllegalStateException("the issuer can't be asked: " + e.getClass().getName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while asking the issuer");
    }
  }

  /** Both are form-encoded first: RFC 6749 §2.3.1. */
  private String basic() {
    String both = encoded(client.id()) + ":" + encoded(client.secret());
    return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
