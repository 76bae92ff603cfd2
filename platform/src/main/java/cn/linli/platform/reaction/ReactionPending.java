package cn.linli.platform.reaction;

import org.jspecify.annotations.Nullable;

/** There is no commit yet, so the offset must not move: the records will be delivered again. */
final class ReactionPending extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReactionPending(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
