package cn.linli.timebank.transfers;

import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was given. Booked on both sides when it is answered.
 *
 * @param id {@code <from>-<version of the giver's account that booked it>}
 * @param to null: donated to nobody in particular
 * @param entry the giver's line
 */
record TransferReply(
    String id,
    String from,
    @Nullable String to,
    Unit unit,
    long amount,
    Reason reason,
    String entry,
    Instant at) {}
