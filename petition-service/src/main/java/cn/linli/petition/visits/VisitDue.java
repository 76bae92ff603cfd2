package cn.linli.petition.visits;

import cn.linli.petition.domain.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A petitioner to be asked.
 *
 * @param why answered · deadline: the limit passed without an answer
 * @param dueSince since when
 * @param tries visits that reached nobody, since the answer
 * @param mayVisit false for who handles or answered it: somebody else asks
 * @param petitioner masked; null where there is nobody to call
 */
record VisitDue(
    String id,
    String caption,
    Status status,
    String division,
    String category,
    Instant receivedAt,
    String why,
    Instant dueSince,
    int tries,
    boolean mayVisit,
    @Nullable String petitioner,
    String href) {}
