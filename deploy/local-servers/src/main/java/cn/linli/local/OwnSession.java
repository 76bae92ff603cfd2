package cn.linli.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Starts a child in a session of its own, so that Ctrl-C on the terminal reaches the runner alone
 * and the database outlives the services that still finish their work.
 */
final class OwnSession {
  private static final List<String> PREFIX =
      onPath("setsid")
          .map(List::of)
          .or(() ->
              onPath("perl")
                  .map(perl -> List.of(perl, "-e", "use POSIX; POSIX::setsid(); exec @ARGV")))
          .orElse(List.of());

  private OwnSession() {}

  static List<String> prefix() {
    return PREFIX;
  }

  private static Optional<String> onPath(String program) {
    return Arrays.stream(
            Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
