package cn.linli.platform.vault;

import java.text.Normalizer;
import java.util.Locale;

/** The one form in which texts are compared: NFKC, lower case, letters and digits only. */
final class TextForms {

  private TextForms() {}

  static int[] comparable(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .toArray();
  }

  static String comparableText(String text) {
    var points = comparable(text);
    return new String(points, 0, points.length);
  }
}
