package cn.linli.petition.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Documents about requests that come out of tests and may not drift. */
public final class Documents {

  private static final Path FOLDER =
      Path.of(System.getProperty("linli.root", ".."), "docs/petitions");

  private Documents() {}

  /** What is checked in is what was found; with the regenerate flag it is written first. */
  public static void mustBe(String name, String found) {
    Path file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("linli.petitions.regenerate")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, found);
      }
      assertThat(found.lines())
          .as("docs/petitions/%s drifted: run with -Dlinli.petitions.regenerate=true", name)
          .containsExactlyElementsOf(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(String name) {
    try {
      return Files.readAllLines(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
