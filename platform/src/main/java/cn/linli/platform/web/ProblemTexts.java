package cn.linli.platform.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Titles ({@code code = …}) and details ({@code code.detail = … {name} …}) of all problem codes, in
 * both languages. Every module brings its own {@code problems_zh_CN.properties} and {@code
 * problems_en.properties} (UTF-8, at the root of its resources).
 */
public final class ProblemTexts {

  private static final Pattern NAME = Pattern.compile("\\{([A-Za-z0-9-]+)}");
  private static final String DETAIL = ".detail";
  private static final String VIOLATION = "violation.";

  private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

  public ProblemTexts() {
    for (var language : Language.values()) {
      texts.put(language, load("problems_" + language.suffix() + ".properties"));
    }
  }

  private static Properties load(String name) {
    var all = new Properties();
    try {
      for (URL file : Collections.list(ProblemTexts.class.getClassLoader().getResources(name))) {
        try (var reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
          all.load(reader);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** All codes that have a title in the language. */
  public Set<String> codes(Language language) {
    var codes = new TreeSet<>(texts.get(language).stringPropertyNames());
    codes.removeIf(key -> key.endsWith(DETAIL) || key.startsWith(VIOLATION));
    return codes;
  }

  public String title(String code, Language language) {
    return texts.get(language).getProperty(code, code);
  }

  /** The title where a code needs no longer explanation. */
  public String detail(String code, Map<String, Object> details, Language language) {
    String text = texts.get(language).getProperty(code + DETAIL);
    return text == null ? title(code, language) : fill(text, details);
  }

  /** What is wrong with a field, for instance {@code unknown-field}. */
  String violation(String key, Map<String, Object> details, Language language) {
    return fill(texts.get(language).getProperty(VIOLATION + key, key), details);
  }

  private static String fill(String text, Map<String, Object> details) {
    return NAME.matcher(text)
        .replaceAll(match ->
            Matcher.quoteReplacement(
                String.valueOf(details.getOrDefault(match.group(1), match.group()))));
  }
}
