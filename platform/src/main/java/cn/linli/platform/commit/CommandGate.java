package cn.linli.platform.commit;

import java.util.concurrent.CompletableFuture;

/** Where commands go in. Implemented by the committer; services and reactions see only this. */
@FunctionalInterface
public interface CommandGate {

  /** Never completes exceptionally for a reason named in {@link Outcome}; never blocks. */
  CompletableFuture<Outcome> submit(Command command);
}
