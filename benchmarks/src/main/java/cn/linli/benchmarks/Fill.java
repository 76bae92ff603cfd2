package cn.linli.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Fills the base through the import, so that what is stored is what users would have stored. */
final class Fill {

  private static final int ROWS_PER_CALL = 5_000;
  private static final long TOLD_EVERY = 50_000;
  private static final Duration CALL_MAX = Duration.ofMinutes(2);

  private Fill() {}

  static void with(Subject linli, long requests) {
    String token = linli.token("hotline-operator@3706");
    try (var http = HttpClient.newHttpClient()) {
      for (long from = 0; from < requests; from += ROWS_PER_CALL) {
        if (from % 500_000 == 0 && from > 0) {
          token = linli.token("hotline-operator@3706");
        }
        post(http, linli, token, rows(from, Math.min(requests, from + ROWS_PER_CALL)));
        if (from % TOLD_EVERY == 0) {
          Bench.tell("filling: %,d of %,d stored".formatted(from, requests));
        }
      }
      Bench.tell("filled: %,d stored".formatted(requests));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void post(HttpClient http, Subject linli, String token, String rows)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(linli.serviceUrl() + "/api/v1/petitions/import"))
            .timeout(CALL_MAX)
            .header("Content-Type", "application/x-ndjson")
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(rows))
            .build();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() != 200 || answer.body().contains("\"row\":")) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
  }

  private static String rows(long from, long to) {
    var text = new StringBuilder();
    for (long n = from; n < to; n++) {
      text.append(Town.row(n));
    }
    return text.toString();
  }
}
