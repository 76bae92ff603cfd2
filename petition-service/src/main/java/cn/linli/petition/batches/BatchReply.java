package cn.linli.petition.batches;

import cn.linli.events.petition.Level;
import cn.linli.petition.domain.Status;
import cn.linli.petition.reply.PetitionReply;
import cn.linli.platform.web.Versioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project and how its defects stand.
 *
 * @param counts of all items, also those the reader may not see
 * @param items those the reader may see, in the order they were named
 */
public record BatchReply(
    String id,
    @Nullable String project,
    String division,
    Instant openedAt,
    Instant reinspectAt,
    Counts counts,
    List<Item> items,
    long version)
    implements Versioned {

  public record Counts(int items, int open, int resolved, int verified, int closed) {}

  /**
   * @param inspectedBy role and division of who looked last
   */
  public record Item(
      String id,
      String caption,
      String category,
      String division,
      Status status,
      Level level,
      PetitionReply.Handler handler,
      int round,
      Instant reinspectAt,
      boolean verified,
      @Nullable Instant inspectedAt,
      @Nullable String inspectedBy) {}
}
