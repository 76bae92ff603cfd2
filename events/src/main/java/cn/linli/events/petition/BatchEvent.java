package cn.linli.events.petition;

import cn.linli.events.Event;
import java.time.Instant;
import java.util.List;

/** What happens to a batch: a project whose defects are requests of their own. */
public sealed interface BatchEvent extends Event {

  /**
   * @param projectRef which project, in words
   * @param reinspectAt when somebody looks again
   * @param items ids of the requests, in the order they were named
   */
  record BatchOpened(String division, String projectRef, Instant reinspectAt, List<String> items)
      implements BatchEvent {}
}
