package cn.linli.timebank.reversals;

import cn.linli.events.timebank.Unit;
import cn.linli.platform.web.Versioned;
import cn.linli.timebank.ledger.Reversal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line that is taken back.
 *
 * @param id of the line; of a transfer the one that received
 * @param amount of the line
 * @param reason as whoever asked put it
 * @param until when it lapses unless a second person confirms
 * @param confirmedIn community whose bank clerk confirms: of an order between two, the one that
 *     gave
 */
record ReversalReply(
    String id,
    Reversal.Status status,
    String division,
    String account,
    @Nullable String other,
    Unit unit,
    long amount,
    @Nullable String reason,
    Instant until,
    String confirmedIn,
    long version)
    implements Versioned {}
