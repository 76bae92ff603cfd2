package cn.linli.mediation.papers;

import cn.linli.platform.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dates and choices as official papers write them. */
final class Words {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

  private Words() {}

  static String day(@Nullable Instant at) {
    return at == null ? "" : day(WorkCalendar.dayOf(at));
  }

  static String day(@Nullable LocalDate day) {
    return day == null ? "" : DAY.format(day);
  }

  static String minute(@Nullable Instant at) {
    return at == null ? "" : MINUTE.format(LocalDateTime.ofInstant(at, WorkCalendar.ZONE));
  }

  /** ■ the one that holds, □ the others. */
  static String choice(List<String> all, String chosen) {
    var line = new StringBuilder();
    for (String each : all) {
      line.append(line.isEmpty() ? "" : "　")
          .append(each.equals(chosen) ? '■' : '□')
          .append(' ')
          .append(each);
    }
    return line.toString();
  }

  static String numbered(List<String> items) {
    var lines = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      lines.append(i == 0 ? "" : "\n").append(i + 1).append("．").append(items.get(i));
    }
    return lines.toString();
  }
}
