package cn.linli.timebank.exchange;

import cn.linli.platform.web.Versioned;
import cn.linli.timebank.domain.exchange.Need;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A need.
 *
 * @param account of who needs it; null for whoever is neither they nor the house nor their match
 * @param words null likewise
 * @param match that holds it
 */
public record NeedReply(
    String id,
    @Nullable String account,
    @Nullable String name,
    String division,
    String service,
    int minutes,
    Instant until,
    @Nullable String words,
    Need.Status status,
    boolean fromPool,
    @Nullable String match,
    @Nullable String endCode,
    Instant filedAt,
    long version)
    implements Versioned {}
