package cn.linli.timebank.ledger;

import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Each line carries the hash of the one before, so none can be changed or left out unseen.
 * Published: anybody with the lines can compute it anew. Reason and service are in it because
 * certificates of service and figures rest on them.
 */
public final class Chain {

  /** Before the first line. */
  public static final String START = "0".repeat(64);

  private Chain() {}

  /**
   * @param seq number of the line in its unit, from 1
   * @param at instant of its commit, to the millisecond, as RFC 3339 in UTC
   * @param ref what it was booked for; empty text where there is none
   * @param service code of the service given; empty text where there is none
   */
  public static String next(
      @Nullable String before,
      String account,
      long seq,
      Unit unit,
      long amount,
      String counter,
      Instant at,
      @Nullable String ref,
      Reason reason,
      @Nullable String service) {
    String line =
        String.join(
            "\n",
            before == null ? START : before,
            account,
            Long.toString(seq),
            unit.wire(),
            Long.toString(amount),
            counter,
            at.toString(),
            ref == null ? "" : ref,
            reason.wire(),
            service == null ? "" : service);
    return Sha256.hex(line.getBytes(StandardCharsets.UTF_8));
  }
}
