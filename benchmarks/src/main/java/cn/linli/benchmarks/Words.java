package cn.linli.benchmarks;

import cn.linli.benchmarks.load.Load;
import cn.linli.benchmarks.load.Load.Call;
import cn.linli.benchmarks.load.Sample;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * Words in a full base of imported requests, whose instants come in no order: of one request, of
 * one in thirty, of one in five, of none.
 */
final class Words {

  private static final int READERS = 8;
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final Duration ROUND = Duration.ofSeconds(10);
  private static final double GOAL_MILLIS = 200;

  private Words() {}

  static void run(Path home, Report report, long stored) {
    report.title(
        "Words in requests",
        "With %,d requests imported, %d readers at once: first pages of 50. Goal: p95 ≤ %.0f ms."
            .formatted(stored, READERS, GOAL_MILLIS));
    report.line(Sample.head());
    try (var linli = Subject.linli(home.resolve("words"))) {
      Fill.with(linli, stored);
      String city = linli.token("hotline-operator@3706");
      List<String> streets =
          IntStream.range(0, Town.STREETS)
              .mapToObj(n -> linli.token("street-officer@" + Town.street(n)))
              .toList();
      String oneIn30 = "幼儿园门口有车辆长期占用";
      read(linli, report, "none, in the city", n -> find("无此一说", city));
      read(linli, report, "one in 30, in a street", n -> find(oneIn30, Town.of(streets, n)));
      read(linli, report, "one in 30, in the city", n -> find(oneIn30, city));
      read(linli, report, "one in 5, in a street", n -> find("路灯", Town.of(streets, n)));
      read(linli, report, "one in 5, in the city", n -> find("路灯", city));
      read(linli, report, "one in 30, not closed", n -> open(oneIn30, city));
    }
  }

  private static void read(Subject linli, Report report, String name, LongFunction<Call> call) {
    try (var load = new Load(linli.serviceUrl(), READERS)) {
      load.during(WARM_UP, "warm-up", Load.once(call::apply));
      Sample sample = load.during(ROUND, name, Load.once(call::apply));
      report.line(sample.row());
      if (sample.millisAt(95) > GOAL_MILLIS) {
        report.after(String.format(Locale.ROOT, "%s: p95 %.1f ms.", name, sample.millisAt(95)));
      }
    }
  }

  private static Call find(String words, String token) {
    return Requests.get(
        "/api/v1/petitions?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8), token);
  }

  private static Call open(String words, String token) {
    return Requests.get(
        "/api/v1/petitions?status=submitted&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8),
        token);
  }
}
