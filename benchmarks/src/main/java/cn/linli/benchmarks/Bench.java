package cn.linli.benchmarks;

import cn.linli.benchmarks.transfers.AuditSpeed;
import cn.linli.benchmarks.transfers.Transfers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Runs the named benchmarks, or all, and writes {@code benchmarks/RESULTS.md}. Usage: {@code Bench
 * <file> [create readback backlog replay lag docket words transfers audit lifecycle]
 * [--stored=1000000] [--lines=10000000]}.
 */
public final class Bench {

  /** The longest comes last: what is done is written as it goes. */
  private static final List<String> ALL =
      List.of(
          "create",
          "readback",
          "backlog",
          "replay",
          "lag",
          "docket",
          "words",
          "transfers",
          "audit",
          "lifecycle");

  private static final long STORED = 1_000_000;
  private static final long LINES = 10_000_000;

  private Bench() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    var wanted = new LinkedHashSet<String>();
    long stored = STORED;
    long lines = LINES;
    for (String argument : List.of(arguments).subList(1, arguments.length)) {
      if (argument.startsWith("--stored=")) {
        stored = Long.parseLong(argument.substring("--stored=".length()));
      } else if (argument.startsWith("--lines=")) {
        lines = Long.parseLong(argument.substring("--lines=".length()));
      } else if (ALL.contains(argument)) {
        wanted.add(argument);
      } else {
        throw new IllegalArgumentException(argument + " is none of " + ALL);
      }
    }
    if (wanted.isEmpty()) {
      wanted.addAll(ALL);
    }
    Path home = Files.createTempDirectory("linli-bench");
    var report = new Report(LocalDate.now());
    for (String name : wanted) {
      tell(name);
      run(name, home, report, stored, lines);
      report.write(file);
    }
  }

  /** To whoever waits: the whole takes most of an hour. */
  static void tell(String what) {
    System.err.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + "  " + what);
  }

  private static void run(String name, Path home, Report report, long stored, long lines) {
    switch (name) {
      case "create" -> CreateAgainstFloor.run(home, report);
      case "lifecycle" -> Lifecycle.run(home, report, stored);
      case "readback" -> ReadBack.run(home, report);
      case "backlog" -> RelayBacklog.run(report);
      case "replay" -> ReplayIntoViews.run(report);
      case "docket" -> Docket.run(home, report, stored);
      case "words" -> Words.run(home, report, stored);
      case "transfers" -> Transfers.run(report);
      case "audit" -> AuditSpeed.run(report, lines);
      case "lag" -> CommitToView.run(home, report);
      default -> throw new IllegalArgumentException(name);
    }
  }
}
