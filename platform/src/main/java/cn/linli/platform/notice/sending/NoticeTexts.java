package cn.linli.platform.notice.sending;

import cn.linli.events.WireName;
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
public final class NoticeTexts {

  private final Properties texts = new Properties();

  /**
   * @param beside {@code notices_<language>.properties} lies in the package of this class
   * @param language {@code zh_CN} or {@code en}
   */
  public NoticeTexts(Class<?> beside, String language) {
    String file = "notices_" + language + ".properties";
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no notices in " + language);
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String subject(WireName about) {
    return text(about.wire() + ".subject");
  }

  /**
   * @param code how the reader sees the rest
   */
  public String text(WireName about, String code) {
    return text(about.wire()).replace("{code}", code);
  }

  private String text(String key) {
    return Objects.requireNonNull(texts.getProperty(key), key);
  }
}
