package cn.linli.platform.web;

import cn.linli.platform.access.Caller;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * How the resource of a route table looks to a caller. Called on virtual threads: it may read.
 *
 * @param <R> the reply, as {@code GET} gives it
 */
public interface Resource<R> {

  /**
   * From the states in memory, right after the commit; null where the caller may act on it and not
   * read it: a receipt is the answer then.
   */
  @Nullable R afterCommit(Outcome.Done done, Call<?> call);

  /** As it is now; null where it is not there or the caller may not read it. */
  @Nullable R asItIsNow(StreamId primary, Caller caller, Language language);

  /** What a command made, where that is not its primary stream: the end of its {@code Location}. */
  default String id(Outcome.Done done) {
    return done.primary().key();
  }

  /** What an earlier command with the same key made, as it is now. */
  default @Nullable R earlier(Outcome.Done done, Caller caller, Language language) {
    return asItIsNow(done.primary(), caller, language);
  }
}
