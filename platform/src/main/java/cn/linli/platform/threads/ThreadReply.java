package cn.linli.platform.threads;

import java.util.List;

/** One service's part of a thread, oldest first. */
public record ThreadReply(List<ThreadItem> items) {
  public ThreadReply {
    items = List.copyOf(items);
  }
}
