package cn.linli.mediation.panel;

import cn.linli.events.WireName;
import cn.linli.platform.web.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Reasons of a suggestion in words: {@code suggestion_*.properties} beside this class. */
final class SuggestionTexts {

  private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

  SuggestionTexts() {
    texts.put(Language.CHINESE, load("suggestion_zh_CN.properties"));
    texts.put(Language.ENGLISH, load("suggestion_en.properties"));
  }

  /** With {@code {detail}} in its place. */
  String of(WireName reason, String detail, Language language) {
    String text = texts.get(language).getProperty(reason.wire());
    if (text == null) {
      throw new IllegalStateException("no words for " + reason.wire());
    }
    return text.replace("{detail}", detail);
  }

  private static Properties load(String file) {
    try (var stream = SuggestionTexts.class.getResourceAsStream(file);
        var reader =
            new InputStreamReader(Objects.requireNonNull(stream, file), StandardCharsets.UTF_8)) {
      var properties = new Properties();
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
