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

  private static final String VALUE = "value";

  private final String code;
  private final String part;
  private final Map<String, Long> before = new LinkedHashMap<>();

  private Figures(String code, String part) {
    this.code = code;
    this.part = part;
  }

  static Figures of(String code, String... divisions) {
    return part(VALUE, code, divisions);
  }

  /** One part of a figure: a rate's {@code numerator}, what is listed {@code apart}. */
  static Figures part(String part, String code, String... divisions) {
    var figures = new Figures(code, part);
    for (var division : divisions) {
      figures.before.put(division, figures.now(division));
    }
    return figures;
  }

  void grewBy(long difference) {
    await(part + " of " + code + " grows by " + difference)
        .atMost(LAG)
        .untilAsserted(() ->
            before.forEach((division, value) ->
                assertThat(now(division))
                    .as("%s of %s in %s", part, code, division)
                    .isEqualTo(value + difference)));
  }

  /** No data is null, which grows like 0. */
  private long now(String division) {
    var value = figure(code, division).path(part);
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
