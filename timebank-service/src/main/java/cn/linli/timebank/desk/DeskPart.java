package cn.linli.timebank.desk;

import cn.linli.platform.access.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of one capability waits for somebody; every bean of this type is asked. */
@FunctionalInterface
public interface DeskPart {

  /** More than anybody takes in at a glance; the lists have the rest. */
  int ITEMS_MAX = 50;

  List<Waiting> of(Caller caller);

  /**
   * Same shape as on the desks of requests and disputes: the gateway puts them together.
   *
   * @param what confirm-service · audit-need · answer-match · confirm-match · settle-session, and
   *     more
   * @param due null where no limit runs
   */
  record Waiting(
      String what, String id, String caption, String status, @Nullable Instant due, String href) {}
}
