package cn.linli.platform.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.linli.platform.web.ProblemException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanerTest {

  @Test
  void a_jpeg_loses_what_it_tells_and_none_of_its_pixels() throws IOException {
    var telltale = Photos.telltaleJpeg(1);
    var cleaned = clean(FileType.JPEG, telltale);

    assertThat(text(telltale)).contains("张三");
    assertThat(text(cleaned)).doesNotContain("张三", "GPS", "Exif", "adobe.com");
    assertThat(pixels(cleaned)).isEqualTo(pixels(Photos.encoded("jpg")));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 6, 8})
  void a_jpeg_keeps_the_way_up(int orientation) throws IOException {
    var cleaned = clean(FileType.JPEG, Photos.telltaleJpeg(orientation));

    assertThat(text(cleaned)).contains("Exif").doesNotContain("张三", "GPS");
    int exif = text(cleaned).indexOf("Exif");
    assertThat(Orientation.of(Arrays.copyOfRange(cleaned, exif, exif + 32))).isEqualTo(orientation);
    assertThat(pixels(cleaned)).isEqualTo(pixels(Photos.encoded("jpg")));
  }

  @Test
  void a_png_loses_what_it_tells_and_none_of_its_pixels() throws IOException {
    var cleaned = clean(FileType.PNG, Photos.telltalePng());

    assertThat(text(cleaned)).doesNotContain("张三", "tEXt", "eXIf", "tIME");
    assertThat(pixels(cleaned)).isEqualTo(pixels(Photos.encoded("png")));
  }

  @Test
  void a_clean_file_stays_as_it_is() throws IOException {
    assertThat(clean(FileType.JPEG, Photos.encoded("jpg"))).isEqualTo(Photos.encoded("jpg"));
    assertThat(clean(FileType.PNG, Photos.encoded("png"))).isEqualTo(Photos.encoded("png"));
    assertThat(clean(FileType.TEXT, bytes("供暖恢复"))).isEqualTo(bytes("供暖恢复"));
    assertThat(clean(FileType.PDF, bytes("%PDF-1.7"))).isEqualTo(bytes("%PDF-1.7"));
  }

  @ParameterizedTest
  @EnumSource(names = {"JPEG", "PNG"})
  void a_file_that_ends_early_is_refused(FileType type) throws IOException {
    var whole = type == FileType.JPEG ? Photos.telltaleJpeg(1) : Photos.telltalePng();
    int picture = type == FileType.JPEG ? whole.length - 200 : whole.length - 80;
    for (int length = 8; length < picture; length += 37) {
      var cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> clean(type, cut))
          .as("%d bytes", length)
          .isInstanceOf(ProblemException.class)
          .hasMessage("attachment-damaged");
    }
  }

  @Test
  void text_is_utf_8_to_its_end() {
    assertThatThrownBy(() -> clean(FileType.TEXT, new byte[] {'a', (byte) 0xff, 'b'}))
        .hasMessage("attachment-damaged");
    assertThatThrownBy(() -> clean(FileType.TEXT, bytes("a\0b"))).hasMessage("attachment-damaged");
  }

  private static byte[] clean(FileType type, byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    type.cleaner().copy(new ByteArrayInputStream(content), out);
    return out.toByteArray();
  }

  private static int[] pixels(byte[] encoded) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(encoded));
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }
}
