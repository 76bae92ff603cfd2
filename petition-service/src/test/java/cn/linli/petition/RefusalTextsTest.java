package cn.linli.petition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.platform.web.Language;
import cn.linli.platform.web.ProblemTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every refusal has words in both languages, and there are no words for nothing. */
class RefusalTextsTest {

  private static final Path SOURCES =
      Path.of(System.getProperty("linli.root", ".."), "petition-service/src/main/java");
  private static final Pattern REFUSAL =
      Pattern.compile(
          "(?:refuse|Refusal\\.of|Problem\\.of\\(\\d+,|new Refusal"
              + "|new BadRow|new BadFile|broken\\(number,"
              + "|RowProblem\\([a-z.()]+,)"
              + "\\(?\\s*\"([a-z-]+)\"");
  private static final Pattern CODE_IN_TEXTS = Pattern.compile("^([a-z-]+) = ");

  @Test
  void every_refusal_has_words_in_both_languages() throws IOException {
    var texts = new ProblemTexts();
    for (var language : Language.values()) {
      assertThat(texts.codes(language)).containsAll(refusals());
    }
  }

  @Test
  void no_words_without_a_refusal() throws IOException {
    var written = new TreeSet<String>();
    for (String line :
        Files.readAllLines(SOURCES.resolveSibling("resources/problems_en.properties"))) {
      var code = CODE_IN_TEXTS.matcher(line);
      if (code.find()) {
        written.add(code.group(1));
      }
    }
    assertThat(refusals()).containsAll(written);
  }

  private static Set<String> refusals() throws IOException {
    var codes = new TreeSet<String>();
    try (var files = Files.walk(SOURCES)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        var matcher = REFUSAL.matcher(Files.readString(file));
        while (matcher.find()) {
          codes.add(matcher.group(1));
        }
      }
    }
    return codes;
  }
}
