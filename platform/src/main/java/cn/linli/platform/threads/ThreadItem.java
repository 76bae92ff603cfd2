package cn.linli.platform.threads;

import cn.linli.platform.commit.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One event of a thread.
 *
 * @param resource path of what it happened to
 * @param sequence its number there
 * @param what name of the event, for instance {@code sent-back}
 * @param by role and division; who it was is nobody's business here
 */
public record ThreadItem(Instant at, String resource, long sequence, String what, String by) {

  static List<ThreadItem> of(JournalEntry entry, String resource) {
    var items = new ArrayList<ThreadItem>();
    for (var event : entry.events()) {
      items.add(
          new ThreadItem(
              entry.at(),
              resource,
              entry.firstSequence() + items.size(),
              what(event.type()),
              withoutMark(entry.by())));
    }
    return items;
  }

  /** {@code cn.linli.petition.SentBack.v1} is {@code sent-back}. */
  private static String what(String type) {
    String[] parts = type.split("\\.");
    return parts[parts.length - 2].replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static String withoutMark(String by) {
    int mark = by.indexOf('#');
    return mark < 0 ? by : by.substring(0, mark);
  }
}
