package cn.linli.platform.threads;

import cn.linli.platform.access.Caller;
import cn.linli.platform.commit.StreamId;

/**
 * Whether a caller may know what happened in a stream; the service answers that has it. Blocking.
 */
@FunctionalInterface
public interface ThreadAccess {
  boolean mayRead(Caller caller, StreamId stream);
}
