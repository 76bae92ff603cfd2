package cn.linli.petition.reply;

import cn.linli.petition.domain.BatchItem;
import cn.linli.petition.domain.Petition;
import cn.linli.platform.access.ActorRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request as an item of a batch.
 *
 * @param batch its id
 * @param verified somebody who did not resolve it found it good; before that it does not close
 * @param inspectedBy role and division of who looked last
 */
public record BatchItemPart(
    String batch,
    Instant reinspectAt,
    boolean verified,
    @Nullable Instant inspectedAt,
    @Nullable String inspectedBy) {

  static @Nullable BatchItemPart of(Petition petition) {
    BatchItem item = petition.proceedings().batchItem();
    return item == null ? null : of(item, petition);
  }

  public static BatchItemPart of(BatchItem item, Petition petition) {
    return new BatchItemPart(
        item.batch(),
        item.reinspectAt(),
        item.isVerified(petition.round()),
        item.inspectedAt(),
        item.inspectedBy() == null ? null : ActorRef.withoutMark(item.inspectedBy()));
  }
}
