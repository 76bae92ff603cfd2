package cn.linli.standalone;

import java.util.concurrent.Executor;

/**
 * Runs each task on a thread of its own: on two cores the common pool has a single worker, so
 * nothing would be parallel.
 */
final class OwnThread {
  static final Executor EACH = task -> Thread.ofPlatform().name("linli-start").start(task);

  private OwnThread() {}
}
