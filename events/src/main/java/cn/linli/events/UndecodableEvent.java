package cn.linli.events;

import org.jspecify.annotations.Nullable;

/**
 * A record on the bus or in the journal that this version can't read. The message names type and
 * reason, never the content.
 */
public final class UndecodableEvent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UndecodableEvent(String type, String reason, @Nullable Throwable cause) {
    super(type + ": " + reason, cause);
  }
}
