package cn.linli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Signed files of disputes, looked at by a program that uses nothing of Linli. */
final class Archives {

  private Archives() {}

  /** What {@code verify_archive.py} ends with: 0 if everything fits together. */
  static int verdict(Path folder, byte[] archive, String key)
      throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("file.zip"), archive);
    Path pem = Files.writeString(folder.resolve("key.pem"), key);
    Process process =
        new ProcessBuilder(
                "python3",
                Path.of("verify_archive.py").toAbsolutePath().toString(),
                file.toString(),
                "--key",
                pem.toString())
            .redirectErrorStream(true)
            .start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
