package cn.linli.house;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.platform.web.Language;
import cn.linli.platform.web.ProblemTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every problem code that the code can answer has a title in both languages, none is left over, and
 * {@code docs/problems.md} lists them. With {@code -Dlinli.problems.regenerate=true} the document
 * is written anew.
 */
class ProblemCatalogueTest {

  private static final Path DOCUMENT = Sources.ROOT.resolve("docs/problems.md");
  private static final String CODE = "\"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\"";

  /** The ways to say no. */
  private static final List<Pattern> SAID =
      List.of(
          Pattern.compile("\\brefuse\\(\\s*" + CODE),
          Pattern.compile("\\bRefusal\\.of\\(\\s*" + CODE),
          Pattern.compile("\\bnew Refusal\\(\\s*" + CODE),
          Pattern.compile("\\bProblem\\.of\\(\\s*\\d+,\\s*" + CODE),
          Pattern.compile("\\bnew Problem\\(\\s*\\d+,\\s*" + CODE),
          Pattern.compile("\\bnew AccessException\\(\\s*\\d+,\\s*" + CODE),
          Pattern.compile("\\bOutcome\\.Broken\\(\\s*" + CODE));

  private static final Pattern WORD = Pattern.compile(CODE);

  private final ProblemTexts texts = new ProblemTexts();

  @Test
  void every_code_that_is_said_has_a_title_in_both_languages() {
    var said = new TreeMap<String, String>();
    for (var file : Sources.java("src/main/java")) {
      for (var pattern : SAID) {
        pattern
            .matcher(Sources.text(file))
            .results()
            .forEach(match -> said.putIfAbsent(match.group(1), file.getFileName().toString()));
      }
    }
    assertThat(said).hasSizeGreaterThan(50);
    for (var language : Language.values()) {
      Set<String> titled = texts.codes(language);
      assertThat(said.entrySet().stream().filter(it -> !titled.contains(it.getKey())))
          .as("codes without a title in problems_%s.properties", language)
          .isEmpty();
    }
  }

  @Test
  void both_languages_know_the_same_codes_and_none_is_left_over() {
    assertThat(texts.codes(Language.CHINESE)).isEqualTo(texts.codes(Language.ENGLISH));
    Set<String> words =
        Sources.java("src/main/java").stream()
            .flatMap(file -> WORD.matcher(Sources.text(file)).results())
            .map(match -> match.group(1))
            .collect(Collectors.toSet());
    var leftOver = new TreeSet<>(texts.codes(Language.ENGLISH));
    leftOver.removeAll(words);
    assertThat(leftOver).as("titles of codes that nobody answers").isEmpty();
  }

  @Test
  void the_document_lists_them_all() throws IOException {
    String wanted = document();
    if (Boolean.getBoolean("linli.problems.regenerate")) {
      Files.writeString(DOCUMENT, wanted);
    }
    assertThat(Files.readString(DOCUMENT))
        .as("docs/problems.md drifted: run with -Dlinli.problems.regenerate=true")
        .isEqualTo(wanted);
  }

  private String document() {
    var text = new StringBuilder();
    text.append("# Problem codes\n\n");
    text.append("Written by `ProblemCatalogueTest` from `problems_*.properties`. ");
    text.append("Codes are stable; more may come. A rule that says no answers 422.\n\n");
    text.append("| code | 标题 | title | detail |\n|---|---|---|---|\n");
    for (var code : texts.codes(Language.ENGLISH)) {
      text.append("| `").append(code).append("` | ");
      text.append(cell(texts.title(code, Language.CHINESE))).append(" | ");
      text.append(cell(texts.title(code, Language.ENGLISH))).append(" | ");
      text.append(cell(texts.detail(code, Map.of(), Language.ENGLISH))).append(" |\n");
    }
    return text.toString();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
