package cn.linli.platform.fold;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Names of cells and of the fields inside. A cell is {@code <generation>|<division>|<month or
 * year>|<subject>}, for what was recorded on another day than it belongs to {@code
 * …|r<recordedDay>}. Inside: {@code d.17.closed} in a month, {@code m.03.closed} in a year, {@code
 * d.17.category.heating.closed} in the month's break-down {@code <subject>.by}.
 */
public final class CellKeys {

  /** What can't be placed is counted here until someone releases it. */
  public static final String UNKNOWN = "unknown";

  /** Tells apart every category tree we know of; bounds what a stranger can make us store. */
  private static final int CODE_CHARS_MAX = 64;

  private CellKeys() {}

  /** 2, 4, 6, 9, 12 or 15 digits, or {@code unknown}. Asked six times an event: no pattern. */
  public static boolean isDivision(String code) {
    boolean hasLength =
        switch (code.length()) {
          case 2, 4, 6, 9, 12, 15 -> true;
          default -> false;
        };
    if (!hasLength) {
      return code.equals(UNKNOWN);
    }
    for (int i = 0; i < code.length(); i++) {
      if (code.charAt(i) < '0' || code.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  public static String month(String division, YearMonth month, String subject) {
    return division + "|" + month + "|" + subject;
  }

  public static String year(String division, int year, String subject) {
    return "%s|%04d|%s".formatted(division, year, subject);
  }

  /** The break-down beside a subject. */
  public static String by(String subject) {
    return subject + ".by";
  }

  static String sibling(String cell, @Nullable LocalDate recordedDay) {
    return recordedDay == null ? cell : cell + "|r" + recordedDay;
  }

  static String dayField(int day) {
    return day < 10 ? "d.0" + day : "d." + day;
  }

  static String monthField(int month) {
    return month < 10 ? "m.0" + month : "m." + month;
  }

  /**
   * {@code category.heating}. Characters that have a meaning in field names are written as {@code
   * %2E} and the like.
   *
   * @throws IllegalArgumentException if the code is empty or longer than 64 characters
   */
  public static String label(String dimension, String code) {
    if (code.isBlank() || code.length() > CODE_CHARS_MAX) {
      throw new IllegalArgumentException(dimension + " has no code of 1 to 64 characters");
    }
    var label = new StringBuilder(dimension).append('.');
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '.' || c == '$' || c == '%' || c < ' ') {
        label.append('%').append("%02X".formatted((int) c));
      } else {
        label.append(c);
      }
    }
    return label.toString();
  }

  /** The code that {@link #label} was made of. */
  public static String code(String written) {
    if (written.indexOf('%') < 0) {
      return written;
    }
    var code = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      if (written.charAt(i) == '%') {
        code.append((char) Integer.parseInt(written, i + 1, i + 3, 16));
        i += 2;
      } else {
        code.append(written.charAt(i));
      }
    }
    return code.toString();
  }
}
