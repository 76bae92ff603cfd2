package cn.linli.standalone.simulator;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Requests of the past four weeks that have been answered already, as rows of an import. */
final class PastWeeks {
  private static final int DAYS = 28;
  private static final int MINUTES_A_DAY = 24 * 60;
  private static final double MEAN_HOURS_TO_REPLY = 40;

  /** Of ten matters seven end in the grid, two in the community, one above (domain rules §1.5). */
  private static final List<String> LEVELS =
      List.of(
          "grid",
          "grid",
          "grid",
          "grid",
          "grid",
          "grid",
          "grid",
          "community",
          "community",
          "street");

  private static final List<String> CHANNELS =
      List.of("hotline", "hotline", "app", "wechat", "grid-patrol", "service-station");

  private PastWeeks() {}

  static List<Map<String, Object>> rows(int count, DemoCity city, Draw draw, Instant now) {
    return IntStream.range(0, count).mapToObj(n -> row(n, city, draw, now)).toList();
  }

  private static Map<String, Object> row(int number, DemoCity city, Draw draw, Instant now) {
    var matter = draw.oneOf(Matter.ALL);
    var submitted =
        now.truncatedTo(ChronoUnit.MINUTES)
            .minus(draw.between(MINUTES_A_DAY, DAYS * MINUTES_A_DAY), ChronoUnit.MINUTES);
    var replied =
        submitted.plus(
            30 + 60 * Math.min(23 * DAYS, draw.skewed(MEAN_HOURS_TO_REPLY)), ChronoUnit.MINUTES);
    var row = new TreeMap<String, Object>();
    row.put("externalId", "demo-%05d".formatted(number));
    row.put("submittedAt", local(submitted));
    row.put("title", matter.title());
    row.put("description", matter.description());
    row.put("division", city.grid(draw));
    row.put("category", matter.category());
    row.put("channel", draw.oneOf(CHANNELS));
    row.put("kind", matter.kind());
    if (replied.isBefore(now)) {
      row.put("repliedAt", local(replied));
      row.put("result", matter.result());
      row.put("level", draw.oneOf(LEVELS));
    }
    return row;
  }

  private static String local(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.ofHours(8)).toString();
  }
}
