package cn.linli.benchmarks;

import cn.linli.benchmarks.load.Load;
import cn.linli.benchmarks.load.Sample;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Commands per second through HTTP ÷ the floor application, at 1, 64 and 256 connections. The two
 * are measured one after the other in each round, so that a machine that drifts drifts for both.
 */
final class CreateAgainstFloor {

  private static final int[] CONNECTIONS = {1, 64, 256};
  private static final Duration WARM_UP = Duration.ofSeconds(120);
  private static final Duration ROUND = Duration.ofSeconds(15);
  private static final int ROUNDS = 3;

  private CreateAgainstFloor() {}

  static void run(Path home, Report report) {
    report.title(
        "Commands through HTTP against the floor",
        "Create with about 700 bytes; both `w:majority, j:true` and `acks=all`; both with broker in the JVM and one mongod. Linli checks the"
            + " token, encrypts the text, writes journal, state and vault, relays and folds beside it. Median of "
            + ROUNDS
            + " rounds of "
            + ROUND.toSeconds()
            + " s after "
            + WARM_UP.toSeconds()
            + " s of warm-up each.");
    report.line(Sample.head());
    try (var floor = Subject.floor(home.resolve("floor"));
        var linli = Subject.linli(home.resolve("linli"))) {
      String token = linli.token(Requests.CLERK);
      floorRound(floor, 64, WARM_UP);
      linliRound(linli, token, 64, WARM_UP);
      for (int connections : CONNECTIONS) {
        compare(report, floor, linli, token, connections);
      }
    }
  }

  private static void compare(
      Report report, Subject floor, Subject linli, String token, int connections) {
    var rounds = new java.util.ArrayList<Sample[]>();
    for (int round = 0; round < ROUNDS; round++) {
      rounds.add(
          new Sample[] {
            floorRound(floor, connections, ROUND), linliRound(linli, token, connections, ROUND)
          });
    }
    rounds.sort(
        java.util.Comparator.comparingDouble(pair -> pair[1].perSecond() / pair[0].perSecond()));
    var median = rounds.get(ROUNDS / 2);
    report.line(median[0].row());
    report.line(median[1].row());
    report.after(
        String.format(
            Locale.ROOT,
            "At %d connections Linli ÷ floor: **%.0f %%** of the commands per second, p99 %.1f ms against %.1f ms.",
            connections,
            100 * median[1].perSecond() / median[0].perSecond(),
            median[1].millisAt(99),
            median[0].millisAt(99)));
  }

  private static Sample floorRound(Subject floor, int connections, Duration time) {
    try (var load = new Load(floor.serviceUrl(), connections)) {
      return load.during(time, "floor", Load.once(Requests::floor));
    }
  }

  private static Sample linliRound(Subject linli, String token, int connections, Duration time) {
    try (var load = new Load(linli.serviceUrl(), connections)) {
      return load.during(time, "Linli", Load.once(n -> Requests.create(token, n)));
    }
  }
}
