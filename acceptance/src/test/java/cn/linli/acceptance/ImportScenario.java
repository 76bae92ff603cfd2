package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real public messages with their replies become requests, and the figures are theirs. */
class ImportScenario {

  private static final String OFFICER = "city-officer@3706";
  private static final int MESSAGES = 2_816;

  @Test
  void every_figure_equals_an_independent_recount_of_the_file() throws Exception {
    var file = messages();
    assumeTrue(hasPython(), "python3 is not here; recount.py needs it");

    importing(file).ok().has("accepted", MESSAGES, "duplicates", 0, "quarantined", 0);
    importing(file).ok().has("accepted", 0, "duplicates", MESSAGES);

    await().atMost(Duration.ofSeconds(30)).until(() -> resolvedOfTheFile() == MESSAGES);
    var recount =
        new ProcessBuilder(
                "python3",
                "recount.py",
                file.toString(),
                "--compare",
                PlatformUnderTest.get().gateway().toString(),
                "--token",
                Person.token(OFFICER))
            .redirectErrorStream(true)
            .start();
    var verdict = new String(recount.getInputStream().readAllBytes());
    assertThat(recount.waitFor()).as(verdict).isZero();
    assertThat(verdict).contains(" 0 figures differ");
  }

  private static Reply importing(Path file) throws IOException {
    return as(OFFICER).upload("/petitions/import", "text/csv", Files.readAllBytes(file));
  }

  /** The last message of the file was answered in 2020. */
  private static long resolvedOfTheFile() {
    return as(OFFICER)
        .get("/views/3706?from=2010-01-01&to=2020-12-31&figures=petitions.resolved")
        .ok()
        .body()
        .path("figures")
        .path("petitions.resolved")
        .path("value")
        .asLong();
  }

  /** In the folder that {@code LINLI_DATA} names, else {@code shared/data} beside or above. */
  private static Path messages() {
    var named = System.getenv("LINLI_DATA");
    var root = Path.of(System.getProperty("linli.root", "..")).toAbsolutePath().normalize();
    var folders =
        named != null
            ? Stream.of(Path.of(named))
            : Stream.concat(
                Stream.of(root.resolve("../shared/data")),
                Stream.iterate(root, above -> above != null, Path::getParent)
                    .map(above -> above.resolve("shared/data")));
    var found =
        folders
            .map(folder -> folder.resolve("petitions-with-replies.csv").normalize())
            .filter(Files::exists)
            .findFirst();
    assumeTrue(found.isPresent(), "the messages are not here; name their folder with LINLI_DATA");
    return found.orElseThrow();
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
