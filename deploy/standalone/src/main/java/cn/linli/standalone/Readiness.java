package cn.linli.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.IntStream;

/** Waits until what was started says itself that it can serve. */
final class Readiness {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final int POLL_MILLIS = 100;

  private Readiness() {}

  static void await(int... ports) {
    var giveUp = System.nanoTime() + PATIENCE.toNanos();
    try (var http = HttpClient.newBuilder().connectTimeout(ANSWER).build()) {
      while (!IntStream.of(ports).allMatch(port -> isReady(http, port))) {
        if (System.nanoTime() > giveUp) {
          throw new StartRefused(
              "The services did not become ready in "
                  + PATIENCE.toSeconds()
                  + " s; the log file tells why.");
        }
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isReady(HttpClient http, int port) {
    var probe = URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port));
    try {
      return http.send(
                  HttpRequest.newBuilder(probe).timeout(ANSWER).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
