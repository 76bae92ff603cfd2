package cn.linli.platform.threads;

import cn.linli.events.EventName;
import cn.linli.platform.access.ActorRef;
import cn.linli.platform.commit.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
              EventName.ofType(event.type()),
              ActorRef.withoutMark(entry.by())));
    }
    return items;
  }
}
