package cn.linli.standalone.simulator;

import cn.linli.platform.access.DemoIssuer;
import cn.linli.platform.division.DivisionTree;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Fills an empty platform, in the background and after it is ready. A platform with any request of
 * its own is left alone.
 */
public final class Simulator {
  private static final long SEED = 3706;
  private static final int PAST_REQUESTS = 600;
  private static final int CURRENT_REQUESTS = 120;
  private static final int ATTEMPTS = 15;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(2);
  private static final String STAFF = "city-officer@" + DemoCity.CITY;
  private static final String INTAKE = "hotline-operator@" + DemoCity.CITY;

  private final String gateway;
  private final DemoIssuer issuer;
  private final Consumer<String> told;

  public Simulator(String gateway, DemoIssuer issuer, Consumer<String> told) {
    this.gateway = gateway;
    this.issuer = issuer;
    this.told = told;
  }

  /** Returns at once; ends with the process. */
  public void start() {
    Thread.ofVirtual().name("simulator").start(this::run);
  }

  private void run() {
    try (var api = new Api(gateway, issuer)) {
      if (isEmpty(api)) {
        fill(api);
      }
    } catch (IOException e) {
      told.accept("The demo city was not filled: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A platform that has just become ready may be slow to its first callers. */
  private static boolean isEmpty(Api api) throws IOException, InterruptedException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var page = api.get(STAFF, "/api/v1/petitions?limit=1&division=" + DemoCity.CITY);
      if (page.isPresent()) {
        return page.get().path("items").isEmpty();
      }
      Thread.sleep(BETWEEN_ATTEMPTS);
    }
    throw new IOException("the list of requests cannot be read");
  }

  private void fill(Api api) throws IOException, InterruptedException {
    var city = new DemoCity(DivisionTree.shipped());
    var draw = new Draw(SEED);
    told.accept("Filling the demo city 烟台 (3706) …");
    var imported =
        api.postLines(
            INTAKE,
            "/api/v1/petitions/import",
            PastWeeks.rows(PAST_REQUESTS, city, draw, Instant.now()));
    for (int number = 0; number < CURRENT_REQUESTS; number++) {
      new CaseLife(api, draw, number).live(city);
    }
    told.accept(
        "The demo city has %d requests of the past weeks and %d of today (%d calls refused by the rules)."
            .formatted(
                imported.map(reply -> reply.path("accepted").asInt()).orElse(0),
                CURRENT_REQUESTS,
                api.refusals()));
  }
}
