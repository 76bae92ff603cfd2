package cn.linli.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.platform.web.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * Asks until somebody is there to answer, each time with the same key, as a client does whose
 * server is killed. What is refused is a failure.
 */
final class PatientClient {

  /** Longer than any start takes with two cores that others use too. */
  static final Duration PATIENCE = Duration.ofSeconds(120);

  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final long PAUSE_MILLIS = 200;

  /** For one try. */
  @FunctionalInterface
  interface Tokens {
    String of(String user) throws IOException, InterruptedException;
  }

  private final HttpClient http = HttpClient.newHttpClient();
  private final Tokens tokens;

  PatientClient(Tokens tokens) {
    this.tokens = tokens;
  }

  JsonNode get(int port, String user, String path) {
    return answered(() -> request(port, user, path).GET());
  }

  /**
   * The key follows from matter and body, so that the same wish happens once.
   *
   * @param matter correlation id of the call; empty: neither that nor a key
   */
  JsonNode post(int port, String user, String path, String matter, String body) {
    return answered(() -> {
      var request =
          request(port, user, path)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body));
      return matter.isEmpty()
          ? request
          : request
              .header("Idempotency-Key", matter + "-" + Integer.toHexString(body.hashCode()))
              .header("X-Correlation-Id", matter);
    });
  }

  @FunctionalInterface
  private interface Try {
    HttpRequest.Builder request() throws IOException, InterruptedException;
  }

  private JsonNode answered(Try each) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    String last = "nobody";
    while (System.nanoTime() < until) {
      try {
        HttpResponse<String> answer = http.send(each.request().build(), BodyHandlers.ofString());
        if (answer.statusCode() < 300) {
          return Json.MAPPER.readTree(answer.body());
        }
        last = answer.statusCode() + " " + answer.body();
        assertThat(answer.statusCode())
            .as(answer.request().uri() + " " + last)
            .isGreaterThanOrEqualTo(500);
        Thread.sleep(PAUSE_MILLIS);
      } catch (IOException killedMeanwhile) {
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("not answered for " + PATIENCE + ", last by " + last);
  }

  private HttpRequest.Builder request(int port, String user, String path)
      throws IOException, InterruptedException {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/v1%s".formatted(port, path)))
        .timeout(ANSWER)
        .header("Authorization", "Bearer " + tokens.of(user));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
