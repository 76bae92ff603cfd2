package cn.linli.petition.desk;

import java.util.List;

/** What waits for me, of requests. */
public record DeskReply(List<Waiting> items) {

  /**
   * @param what take-in-hand · in-hand · overdue · visit · mine
   * @param count up to {@code countMax}, then no further
   * @param list where they are listed
   */
  public record Waiting(String what, long count, int countMax, String list) {}
}
