package cn.linli.benchmarks;

import cn.linli.benchmarks.load.Load;
import cn.linli.benchmarks.load.Load.Call;
import cn.linli.benchmarks.load.Sample;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whole lives per second: create → dispatch → resolve → read, on an empty base and on a full one.
 */
final class Lifecycle {

  private static final int CONNECTIONS = 64;
  private static final Duration WARM_UP = Duration.ofSeconds(120);
  private static final Duration ROUND = Duration.ofSeconds(30);

  private Lifecycle() {}

  static void run(Path home, Report report, long stored) {
    report.title(
        "Lifecycles per second",
        "One lifecycle = create → dispatch → resolve → read, each with its own durable commit, "
            + CONNECTIONS
            + " at once; on an empty base and with %,d requests stored.".formatted(stored));
    report.line(Sample.head());
    try (var linli = Subject.linli(home.resolve("lifecycle"))) {
      lives(linli, "warm-up", WARM_UP);
      Sample empty = lives(linli, "empty", ROUND);
      report.line(empty.row());
      Fill.with(linli, stored);
      lives(linli, "warm-up", Duration.ofSeconds(15));
      Sample full = lives(linli, "full", ROUND);
      report.line(full.row());
      report.after(
          String.format(
              Locale.ROOT,
              "Full ÷ empty: **%.0f %%**; resident memory of the platform's JVM %,d MiB.",
              100 * full.perSecond() / empty.perSecond(),
              linli.residentMib()));
      Finding.run(linli, report, stored);
    }
  }

  private static Sample lives(Subject linli, String name, Duration time) {
    String clerk = linli.token(Requests.CLERK);
    String company = linli.token("department-officer@370602/property-company");
    try (var load = new Load(linli.serviceUrl(), CONNECTIONS)) {
      return load.during(time, name, (n, step, before) -> next(clerk, company, n, step, before));
    }
  }

  private static @Nullable Call next(
      String clerk, String company, long n, int step, String before) {
    return switch (step) {
      case 0 -> Requests.create(clerk, n);
      case 1 ->
          Requests.post(
              "/api/v1/petitions/" + id(before) + "/dispatch",
              clerk,
              "{\"organisation\":\"property-company\"}",
              200);
      case 2 ->
          Requests.post(
              "/api/v1/petitions/" + id(before) + "/resolve",
              company,
              "{\"result\":\"暖气阀门已经更换，室内温度恢复正常\",\"outcome\":\"solved\"}",
              200);
      case 3 -> Requests.get("/api/v1/petitions/" + id(before), clerk);
      default -> null;
    };
  }

  static String id(String body) {
    int from = body.indexOf("\"id\":\"") + 6;
    return body.substring(from, body.indexOf('"', from));
  }
}
