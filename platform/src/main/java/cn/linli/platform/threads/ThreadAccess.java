package cn.linli.platform.threads;

import cn.linli.platform.access.Caller;
import cn.linli.platform.commit.StreamId;
import java.util.Optional;

/** Whether a caller may know what happened in a stream; the service answers that has it. */
@FunctionalInterface
public interface ThreadAccess {

  /**
   * Blocking.
   *
   * @return path of the stream's resource; empty if there is none or the caller may not read it
   */
  Optional<String> resource(Caller caller, StreamId stream);
}
