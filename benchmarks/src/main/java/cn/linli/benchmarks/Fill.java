package cn.linli.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongFunction;

/** Fills the base through the import, so that what is stored is what users would have stored. */
final class Fill {

  private static final int ROWS_PER_CALL = 5_000;
  private static final Duration CALL_MAX = Duration.ofMinutes(2);

  private Fill() {}

  static void with(Subject linli, long requests) {
    with(linli, requests, Fill::row);
  }

  /**
   * @param row the n-th row as NDJSON, with its end of line
   */
  static void with(Subject linli, long requests, LongFunction<String> row) {
    String token = linli.token("hotline-operator@3706");
    try (var http = HttpClient.newHttpClient()) {
      for (long from = 0; from < requests; from += ROWS_PER_CALL) {
        if (from % 500_000 == 0 && from > 0) {
          token = linli.token("hotline-operator@3706");
        }
        post(http, linli, token, rows(from, Math.min(requests, from + ROWS_PER_CALL), row));
      }
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

  private static String rows(long from, long to, LongFunction<String> row) {
    var text = new StringBuilder();
    for (long n = from; n < to; n++) {
      text.append(row.apply(n));
    }
    return text.toString();
  }

  private static String row(long n) {
    return """
    {"externalId":"fill-%d","submittedAt":"2026-%02d-%02dT08:%02d:00+08:00","title":"路灯不亮 %d","description":"小区门口的路灯已经坏了三天，夜里看不清路。",\
    "division":"370602%03d%03d","category":"street-lighting","channel":"hotline","kind":"complaint"}
    """
        .formatted(n, 1 + n % 9, 1 + n % 28, n % 60, n, 1 + n % 12, 1 + n / 12 % 6);
  }
}
