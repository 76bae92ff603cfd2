package cn.linli.timebank.ledger;

import cn.linli.events.timebank.FreezeCause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing moves.
 *
 * @param heirsUntil by when relatives may ask for what is left; null: nobody inherits, or the time
 *     is over
 */
public record Frozen(FreezeCause cause, @Nullable Instant heirsUntil) {}
