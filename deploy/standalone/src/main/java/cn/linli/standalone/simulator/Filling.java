package cn.linli.standalone.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * How far the demo city is, kept in a file beside its data: a start that was interrupted goes on
 * where it stopped, with the same past.
 *
 * @param begunAt the instant its past weeks are told from
 * @param next number of the next life to be lived
 */
record Filling(Instant begunAt, int next, boolean done) {

  private static final String FILE = "demo-city.properties";

  static Filling begun(Instant now) {
    return new Filling(now, 0, false);
  }

  Filling lived(int number) {
    return new Filling(begunAt, number + 1, false);
  }

  Filling finished() {
    return new Filling(begunAt, next, true);
  }

  /** Empty where none was begun, or the file says nothing that can be read. */
  static Optional<Filling> in(Path folder) throws IOException {
    var file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var read = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      read.load(in);
      return Optional.of(
          new Filling(
              Instant.parse(read.getProperty("begunAt", "")),
              Integer.parseInt(read.getProperty("next", "")),
              Boolean.parseBoolean(read.getProperty("done"))));
    } catch (DateTimeException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** Whole or not at all: it may be killed at any moment. */
  void keepIn(Path folder) throws IOException {
    var kept = new Properties();
    kept.setProperty("begunAt", begunAt.toString());
    kept.setProperty("next", Integer.toString(next));
    kept.setProperty("done", Boolean.toString(done));
    Files.createDirectories(folder);
    var fresh = folder.resolve(FILE + ".new");
    try (var out = Files.newBufferedWriter(fresh)) {
      kept.store(out, "How far the demo city is filled");
    }
    Files.move(
        fresh,
        folder.resolve(FILE),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }
}
