package cn.linli.timebank.exchange;

import cn.linli.events.timebank.MatchSide;
import cn.linli.platform.web.Versioned;
import cn.linli.timebank.domain.exchange.Match;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A need and who would meet it.
 *
 * @param providerName masked, as {@code recipientName}
 * @param minutes it costs at most
 * @param fromPool the pool pays
 * @param agreed who said yes
 * @param served whole minutes as the provider says; null: not delivered yet
 * @param paid minutes confirmed; null: not yet
 * @param until when it lapses unless somebody confirms it; null: nothing is held for it
 */
public record MatchReply(
    String id,
    String need,
    @Nullable String offer,
    String provider,
    @Nullable String providerName,
    String recipient,
    @Nullable String recipientName,
    String division,
    String service,
    int minutes,
    boolean fromPool,
    Match.Status status,
    List<MatchSide> agreed,
    @Nullable Integer served,
    @Nullable Integer paid,
    @Nullable Instant until,
    Instant proposedAt,
    long version)
    implements Versioned {}
