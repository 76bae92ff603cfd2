package cn.linli.platform.paper;

import java.io.IOException;
import java.util.List;

/** Where people sign and bodies seal. Lengths are in points. */
final class Signing {

  private static final float POINTS = 12;
  static final float HEIGHT = 30;

  /** Shorter than this there is no room for a name in handwriting. */
  private static final float RULE_MIN = 120;

  /** Half of 42 mm, the usual size of such a body's seal. */
  private static final float SEAL_RADIUS = 59;

  static final float SEAL_HEIGHT = 2 * SEAL_RADIUS + 12;

  private static final float SEAL_POINTS = 9;

  private Signing() {}

  /** The label may take several lines; the rule follows the last of them. */
  static void line(Pages pages, String label, String text) throws IOException {
    List<String> lines = pages.lines(label, Pages.width(), Pages.width() - RULE_MIN, POINTS);
    if (pages.width(lines.getLast(), POINTS) > Pages.width() - RULE_MIN) {
      lines = pages.lines(label, Pages.width() - RULE_MIN, Pages.width() - RULE_MIN, POINTS);
    }
    for (String each : lines.subList(0, lines.size() - 1)) {
      pages.text(each, POINTS, 0);
    }
    Pages.Strip strip = pages.take(HEIGHT);
    float foot = strip.bottom() + 6;
    float from = Pages.left() + pages.width(lines.getLast(), POINTS);
    float to = Pages.left() + Pages.width();
    strip.ink().write(lines.getLast(), POINTS, Pages.left(), foot);
    strip.ink().line(from, foot - 3, to, foot - 3);
    float size =
        Math.min(POINTS, POINTS * (to - from - 8) / Math.max(1, pages.width(text, POINTS)));
    strip.ink().write(text, size, from + 4, foot);
  }

  static void seal(Pages pages, List<String> lines, String inside) throws IOException {
    Pages.Strip strip = pages.take(SEAL_HEIGHT);
    float right = Pages.left() + Pages.width();
    float y = strip.top() - 6 - SEAL_RADIUS;
    float at = y + POINTS * 0.7f;
    float widest = 0;
    for (String line : lines) {
      widest = Math.max(widest, pages.width(line, POINTS));
    }
    float x = right - Math.max(SEAL_RADIUS, Math.min(widest / 2, Pages.width() / 4));
    strip.ink().ring(x, y, SEAL_RADIUS);
    for (String line : lines) {
      strip.ink().write(line, POINTS, right - widest / 2 - pages.width(line, POINTS) / 2, at);
      at -= POINTS * 1.9f;
    }
    float foot = y - SEAL_RADIUS * 0.62f;
    strip.ink().writeFaint(inside, SEAL_POINTS, x - pages.width(inside, SEAL_POINTS) / 2, foot);
  }
}
