package cn.linli.platform.threads;

import cn.linli.platform.commit.JournalEntry;
import java.time.Instant;
import java.util.List;

/**
 * What one command did to one stream.
 *
 * @param by role and division; who it was is nobody's business here
 * @param events their types, for instance {@code cn.linli.petition.Escalated.v1}
 */
public record ThreadItem(
    Instant at,
    String stream,
    long version,
    String by,
    List<String> events,
    String command,
    String causation) {

  static ThreadItem of(JournalEntry entry) {
    int mark = entry.by().indexOf('#');
    return new ThreadItem(
        entry.at(),
        entry.stream().toString(),
        entry.version(),
        mark < 0 ? entry.by() : entry.by().substring(0, mark),
        entry.events().stream().map(JournalEntry.Encoded::type).toList(),
        entry.command(),
        entry.causation());
  }
}
