package cn.linli.events.mediation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one party owes another by an agreement.
 *
 * @param obligation {@code o1}…, over all agreements of the dispute
 * @param obligor who has to do it; {@code obligee}: for whom. Numbers of parties
 * @param termsRef what exactly, how much in fen, in what manner, where
 * @param amount band of the amount; null where it is not about money
 * @param due the last instant that is in time
 */
public record ItemAgreed(
    String obligation,
    String obligor,
    String obligee,
    String termsRef,
    @Nullable AmountBand amount,
    Instant due) {}
