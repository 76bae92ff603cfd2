package cn.linli.petition.notices;

import cn.linli.events.petition.NoticeAbout;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/**
 * Templates: nothing of the matter stands in them, so that whoever sees a screen learns nothing.
 */
final class NoticeTexts {

  private final Properties texts = new Properties();

  /**
   * @param language {@code zh_CN} or {@code en}
   */
  NoticeTexts(String language) {
    String file = "notices_" + language + ".properties";
    try (InputStream in = NoticeTexts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no notices in " + language);
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String subject(NoticeAbout about) {
    return text(about.wire() + ".subject");
  }

  /**
   * @param code the tracking code: how the petitioner sees the rest
   */
  String text(NoticeAbout about, String code) {
    return text(about.wire()).replace("{code}", code);
  }

  private String text(String key) {
    return Objects.requireNonNull(texts.getProperty(key), key);
  }
}
