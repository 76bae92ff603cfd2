package cn.linli.platform.threads;

import cn.linli.platform.access.Caller;
import cn.linli.platform.commit.StreamId;
import java.util.Optional;
import java.util.Set;

/** Whether a caller may know what happened in a stream; the service answers that has it. */
@FunctionalInterface
public interface ThreadAccess {

  /**
   * Blocking.
   *
   * @return path of the stream's resource; empty if there is none or the caller may not read it
   */
  Optional<String> resource(Caller caller, StreamId stream);

  /**
   * Events of a stream the caller may read that are nobody else's business, not even that they
   * happened: names in kebab-case.
   */
  default Set<String> untold(Caller caller, StreamId stream) {
    return Set.of();
  }
}
