package cn.linli.platform.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two languages of titles and messages; codes never change with them. */
public enum Language {
  CHINESE(Locale.SIMPLIFIED_CHINESE, "zh_CN", "zh-CN"),
  ENGLISH(Locale.ENGLISH, "en", "en");

  private final Locale locale;
  private final String suffix;
  private final String tag;

  Language(Locale locale, String suffix, String tag) {
    this.locale = locale;
    this.suffix = suffix;
    this.tag = tag;
  }

  public Locale locale() {
    return locale;
  }

  /** As in {@code problems_zh_CN.properties}. */
  String suffix() {
    return suffix;
  }

  /** As in {@code Content-Language}. */
  String tag() {
    return tag;
  }

  /** Chinese unless English is asked for first. */
  public static Language of(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.startsWith("zh")) {
      return CHINESE;
    }
    try {
      List<Locale> wanted =
          Locale.filter(
              Locale.LanguageRange.parse(acceptLanguage),
              List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH, Locale.US, Locale.UK));
      return !wanted.isEmpty() && wanted.getFirst().getLanguage().equals("en") ? ENGLISH : CHINESE;
    } catch (IllegalArgumentException notARange) {
      return CHINESE;
    }
  }
}
