package cn.linli.timebank.units;

import cn.linli.platform.web.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A unit that checked in with a community.
 *
 * @param heads how many members registered; who they are is never held
 */
public record UnitReply(
    String id,
    String name,
    String kind,
    String division,
    boolean here,
    int heads,
    List<Task> tasks,
    List<Resource> resources,
    Instant since,
    long version)
    implements Versioned {

  /** {@code heads}: how many it sends. */
  public record Task(String activity, int heads) {}

  public record Resource(int number, String kind, int quantity, LocalDate from, LocalDate until) {}
}
