package cn.linli.timebank.domain.wristbands;

import cn.linli.events.WireName;
import java.time.Instant;
import java.util.Comparator;

/**
 * A wristband was held to a kiosk. Readings are a set: the same (device, seq) is the same reading,
 * however often it arrives.
 *
 * @param seq number the kiosk gave it
 * @param at when, to the millisecond, as the kiosk's clock says
 * @param place of the kiosk
 * @param service of the kiosk
 */
public record Reading(
    String device, long seq, Kind kind, Instant at, String place, String service) {

  public enum Kind implements WireName {
    /** First: who leaves and comes at the same instant has left. */
    CHECK_OUT,
    CHECK_IN
  }

  /** One order for every order in which they may arrive. */
  public static final Comparator<Reading> ORDER =
      Comparator.comparing(Reading::at)
          .thenComparing(Reading::kind)
          .thenComparing(Reading::place)
          .thenComparing(Reading::device)
          .thenComparingLong(Reading::seq);

  /** What makes it the same reading. */
  public String id() {
    return device + ":" + seq;
  }
}
