package cn.linli.platform.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Breaks text into lines as Chinese is set: between any two characters, but not inside a Latin word
 * or number, not before a closing mark and not after an opening one.
 */
final class Lines {

  private static final String NOT_FIRST = "、。，．：；！？）》」』】〕〉”’…—·%,.:;!?)]}";
  private static final String NOT_LAST = "（《「『【〔〈“‘([{";

  private Lines() {}

  /**
   * @param first width of the first line, {@code others} of the rest, in the measure's unit
   */
  static List<String> of(
      String text, double first, double others, ToDoubleFunction<String> measure) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String piece : pieces(text)) {
      double room = lines.isEmpty() ? first : others;
      if (!line.isEmpty() && measure.applyAsDouble(line + piece.stripTrailing()) > room) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        piece = piece.stripLeading();
        room = others;
      }
      String rest = piece;
      while (measure.applyAsDouble(rest) > room && rest.codePointCount(0, rest.length()) > 1) {
        int fits = fitting(rest, room, measure);
        lines.add(rest.substring(0, fits));
        rest = rest.substring(fits);
        room = others;
      }
      line.append(rest);
    }
    if (!line.isEmpty() || lines.isEmpty()) {
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** What may not be torn apart. */
  private static List<String> pieces(String text) {
    var pieces = new ArrayList<String>();
    var piece = new StringBuilder();
    int before = -1;
    for (int each : text.codePoints().toArray()) {
      if (before >= 0 && mayBreak(before, each)) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.appendCodePoint(each);
      before = each;
    }
    if (!piece.isEmpty()) {
      pieces.add(piece.toString());
    }
    return pieces;
  }

  private static boolean mayBreak(int before, int after) {
    if (NOT_FIRST.indexOf(after) >= 0 || NOT_LAST.indexOf(before) >= 0) {
      return false;
    }
    return !(isLatin(before) && isLatin(after));
  }

  private static boolean isLatin(int each) {
    return each > ' ' && each < 0x2000;
  }

  private static int fitting(String text, double room, ToDoubleFunction<String> measure) {
    int end = text.offsetByCodePoints(0, 1);
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      if (measure.applyAsDouble(text.substring(0, next)) > room) {
        break;
      }
      end = next;
    }
    return end;
  }
}
