package cn.linli.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Data folders of test servers. A folder carries the process id of its JVM in its name, so what a
 * killed JVM left behind is swept by the next one.
 */
final class TemporaryFolders {
  private static final Pattern OURS = Pattern.compile("linli-(?:mongo|kafka)-(\\d+)-.*");

  private TemporaryFolders() {}

  static Path create(String kind) {
    try {
      sweep();
      return Files.createTempDirectory(
          "linli-%s-%d-".formatted(kind, ProcessHandle.current().pid()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sweep() throws IOException {
    var parent = Path.of(System.getProperty("java.io.tmpdir"));
    try (var entries = Files.list(parent)) {
      entries.filter(TemporaryFolders::isAbandoned).forEach(TemporaryFolders::delete);
    }
  }

  private static boolean isAbandoned(Path folder) {
    var name = OURS.matcher(folder.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  /** Deletes what can be deleted; a file that vanishes meanwhile is no error. */
  static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException gone) {
      // another process swept it first
    }
  }
}
