package cn.linli.platform.commit;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether commands are taken at all: a clock that is off, a relay that has fallen too far behind.
 * Asked on every command, so it answers from memory.
 */
@FunctionalInterface
public interface Admission {

  /** Empty: come in. Otherwise when to ask again (503 with {@code Retry-After}). */
  Optional<Duration> closedFor();

  Admission OPEN = Optional::empty;
}
