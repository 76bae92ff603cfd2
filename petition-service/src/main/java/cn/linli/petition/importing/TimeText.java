package cn.linli.petition.importing;

import cn.linli.platform.calendar.WorkCalendar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Instants as files write them: RFC 3339 with an offset, or local time of the tenant's zone ({@code
 * 2019/4/25 9:32:09}, {@code 2019-04-25T09:32}, {@code 2019年4月25日}). A bare date is 00:00 and
 * flagged.
 */
record TimeText(Instant at, boolean dateOnly) {

  private static final Pattern LOCAL =
      Pattern.compile(
          "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?"
              + "(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?)?");

  static Optional<TimeText> parse(String text) {
    try {
      Matcher local = LOCAL.matcher(text);
      return Optional.of(
          local.matches()
              ? local(local)
              : new TimeText(OffsetDateTime.parse(text).toInstant(), false));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static TimeText local(Matcher parts) {
    var day = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
    if (parts.group(4) == null) {
      return new TimeText(WorkCalendar.startOfDay(day), true);
    }
    var time = LocalTime.of(number(parts, 4), number(parts, 5), number(parts, 6));
    return new TimeText(LocalDateTime.of(day, time).atZone(WorkCalendar.ZONE).toInstant(), false);
  }

  private static int number(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
