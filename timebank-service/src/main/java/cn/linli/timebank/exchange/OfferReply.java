package cn.linli.timebank.exchange;

import cn.linli.platform.web.Versioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody would do for others; {@code name}: masked. */
public record OfferReply(
    String id,
    String account,
    @Nullable String name,
    String division,
    List<String> services,
    @Nullable String words,
    boolean open,
    Instant madeAt,
    long version)
    implements Versioned {}
