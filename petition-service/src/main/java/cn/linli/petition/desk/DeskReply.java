package cn.linli.petition.desk;

import cn.linli.petition.domain.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits for me, of requests: what is due first. */
public record DeskReply(List<Waiting> items) {

  /**
   * @param what take-in-hand · go-on · overdue · decide-return · answer-call · check-in · report ·
   *     reinspect · mine
   * @param due when the answer is due; null where no limit runs
   * @param href where it is
   */
  public record Waiting(
      String what, String id, String caption, Status status, @Nullable Instant due, String href) {}
}
