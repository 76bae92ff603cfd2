package cn.linli.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One Markdown file with what a run saw; every line is printed as it comes. */
public final class Report {

  private final StringBuilder text = new StringBuilder();
  private final List<String> after = new ArrayList<>();

  Report(LocalDate day) {
    say(
        "# Results\n\nMade by `benchmarks` on %s, %d processors, %,d MiB of memory, %s, Java %s. Load driver, broker, database and programs share them,"
                .formatted(
                    day,
                    Runtime.getRuntime().availableProcessors(),
                    memoryMib(),
                    System.getProperty("os.name"),
                    System.getProperty("java.version"))
            + " so read the ratios, not the figures.");
  }

  public void title(String title, String how) {
    flush();
    say("\n## " + title + "\n\n" + how + "\n");
  }

  public void line(String line) {
    say(line);
  }

  /** A sentence that stands below the table. */
  public void after(String sentence) {
    after.add(sentence);
    System.out.println("  → " + sentence);
  }

  void write(Path file) {
    flush();
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void flush() {
    if (!after.isEmpty()) {
      text.append('\n');
      after.forEach(sentence -> text.append("- ").append(sentence).append('\n'));
      after.clear();
    }
  }

  private void say(String line) {
    text.append(line).append('\n');
    System.out.println(line);
  }

  private static long memoryMib() {
    var system =
        (com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean();
    return system.getTotalMemorySize() >> 20;
  }
}
