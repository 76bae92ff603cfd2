package cn.linli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Figures as they stand before something is done, to be compared with after: scenarios share one
 * platform, so what counts is the difference.
 */
final class Figures {

  /** What a view may lag behind a command. Source: "overdue shows in the views within 10 s". */
  private static final Duration LAG = Duration.ofSeconds(10);

  private final String code;
  private final Map<String, Long> before = new LinkedHashMap<>();

  private Figures(String code) {
    this.code = code;
  }

  static Figures of(String code, String... divisions) {
    var figures = new Figures(code);
    for (var division : divisions) {
      figures.before.put(division, value(code, division));
    }
    return figures;
  }

  void grewBy(long difference) {
    await(code + " grows by " + difference)
        .atMost(LAG)
        .untilAsserted(() ->
            before.forEach((division, value) ->
                assertThat(value(code, division))
                    .as("%s of %s", code, division)
                    .isEqualTo(value + difference)));
  }

  /** No data is null, which grows like 0. */
  private static long value(String code, String division) {
    var value = figure(code, division).path("value");
    return value.isNumber() ? value.asLong() : 0;
  }

  static JsonNode figure(String code, String division) {
    return Person.as("city-officer@" + division.substring(0, 4))
        .get("/views/" + division)
        .ok()
        .body()
        .path("figures")
        .path(code);
  }
}
