package cn.linli.platform.web;

import org.jspecify.annotations.Nullable;

/** Answers a read, on a virtual thread. Null is 404 {@code not-found}. */
@FunctionalInterface
public interface QueryHandler<B> {
  @Nullable Object answer(Query<B> query);
}
