package cn.linli.platform.web;

import cn.linli.platform.commit.Command;

/**
 * From a call to its command. On a virtual thread, so it may block; it changes nothing by itself.
 * What it throws as {@link ProblemException} or {@code AccessException} is the reply.
 */
@FunctionalInterface
public interface CommandHandler<B> {
  Command command(Call<B> call);
}
