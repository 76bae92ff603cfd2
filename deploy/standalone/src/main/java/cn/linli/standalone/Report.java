package cn.linli.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * What the operator reads on the terminal: one line per thing that became ready, with the seconds
 * since the start.
 */
final class Report {
  private final PrintStream out;
  private final long startedAtMillis;

  Report(PrintStream out, long startedAtMillis) {
    this.out = out;
    this.startedAtMillis = startedAtMillis;
  }

  synchronized void line(String text) {
    var seconds =
        Duration.ofMillis(System.currentTimeMillis() - startedAtMillis).toMillis() / 1000.0;
    out.println(String.format(Locale.ROOT, "%6.1f s  %s", seconds, text));
    out.flush();
  }

  synchronized void block(String text) {
    out.print(text);
    out.flush();
  }
}
