package cn.linli.standalone.simulator;

import cn.linli.platform.access.DemoIssuer;
import cn.linli.platform.division.DivisionTree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Fills an empty platform, in the background and after it is ready, and goes on with what an
 * earlier start had begun. A platform with requests of its own is left alone.
 */
public final class Simulator {
  private static final long SEED = 3706;
  private static final int ATTEMPTS = 15;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(2);
  private static final String STAFF = "city-officer@" + DemoCity.CITY;

  /** Titles of {@code rewards.csv}. */
  private static final String REPAIR = "水龙头维修";

  private static final String SOAP = "香皂两块";

  private static final String INTAKE = "hotline-operator@" + DemoCity.CITY;

  private final Path folder;
  private final Size size;
  private final String gateway;
  private final DemoIssuer issuer;
  private final Consumer<String> told;

  /** How much of a city, and how fast: what lies between two calls. */
  record Size(int past, int current, int disputes, Duration gap) {
    static final Size CITY = new Size(600, 120, 24, Duration.ofMillis(50));
  }

  /**
   * @param folder where it keeps how far it is
   */
  public Simulator(String gateway, DemoIssuer issuer, Path folder, Consumer<String> told) {
    this(gateway, issuer, folder, Size.CITY, told);
  }

  Simulator(String gateway, DemoIssuer issuer, Path folder, Size size, Consumer<String> told) {
    this.gateway = gateway;
    this.issuer = issuer;
    this.folder = folder;
    this.size = size;
    this.told = told;
  }

  /** Returns at once; ends with the process. */
  public void start() {
    Thread.ofVirtual().name("simulator").start(this::run);
  }

  void run() {
    try (var api = new Api(gateway, issuer, size.gap())) {
      boolean empty = isEmpty(api);
      var filling = Filling.in(folder);
      if (empty) {
        told.accept("Filling the demo city 烟台 (3706) …");
        fill(api, Filling.begun(Instant.now()));
      } else if (filling.isPresent() && !filling.get().done()) {
        told.accept("Filling the demo city 烟台 (3706) goes on …");
        fill(api, filling.get());
      }
    } catch (IOException e) {
      told.accept("The demo city was not filled; the next start goes on: " + e.getMessage());
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

  /** The past by its external ids and each life by its keys: what was done is not done again. */
  private void fill(Api api, Filling begun) throws IOException, InterruptedException {
    begun.keepIn(folder);
    var city = new DemoCity(DivisionTree.shipped());
    var rows = PastWeeks.rows(size.past(), city, new Draw(SEED), begun.begunAt());
    if (api.postLines(INTAKE, "/api/v1/petitions/import", rows).isEmpty()) {
      throw new IOException("the past weeks were refused");
    }
    var filling = begun;
    for (int number = begun.next(); number < size.current(); number++) {
      new CaseLife(api, new Draw(SEED + number + 1), number).live(city);
      filling = filling.lived(number);
      filling.keepIn(folder);
    }
    for (int number = 0; number < size.disputes(); number++) {
      new DisputeLife(api, new Draw(-SEED - number), number).live(city);
    }
    var catalogue = catalogue(api);
    new BankLife(api, begun.begunAt())
        .live(
            city,
            new Draw(SEED / 3),
            catalogue.getOrDefault(REPAIR, ""),
            catalogue.getOrDefault(SOAP, ""));
    for (int number = 0; number < size.disputes(); number++) {
      new DeedLife(api, new Draw(SEED / 2 - number), number).live(city);
    }
    filling.finished().keepIn(folder);
    told.accept(
        "The demo city has %d requests of the past weeks and %d of today, and %d disputes (%d calls refused by the rules)."
            .formatted(size.past(), size.current(), size.disputes(), api.refusals()));
  }

  /** Ids by title. */
  private static Map<String, String> catalogue(Api api) throws IOException, InterruptedException {
    var ids = new HashMap<String, String>();
    int number = 0;
    for (var reward : Rewards.of(DemoCity.REFERENCE_COMMUNITY)) {
      var key = "demo-reward-" + number++;
      api.post(
              "bank-clerk@" + DemoCity.REFERENCE_COMMUNITY,
              BankStory.BANK + "/rewards",
              reward,
              key)
          .ifPresent(it -> ids.put(String.valueOf(reward.get("title")), it.path("id").asString()));
    }
    return ids;
  }
}
