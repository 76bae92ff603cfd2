package cn.linli.platform.config;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Data for trying that is not part of the project. Its folder is named by {@code LINLI_DATA}, else
 * it is {@code shared/data} beside the checkout or above it.
 */
final class SharedData {

  private SharedData() {}

  /** The test that asks is skipped, with the reason, where the file is not. */
  static Path file(String name) {
    String named = System.getenv("LINLI_DATA");
    if (named != null) {
      return present(Path.of(named, name));
    }
    Path root = Path.of(System.getProperty("linli.root", "..")).toAbsolutePath().normalize();
    for (Path above = root; above != null; above = above.getParent()) {
      Path found = above.resolve("shared/data").resolve(name);
      if (Files.exists(found)) {
        return found;
      }
    }
    return present(root.resolve("../shared/data").resolve(name));
  }

  private static Path present(Path file) {
    assumeTrue(Files.exists(file), file + " is not here; name its folder with LINLI_DATA");
    return file;
  }
}
