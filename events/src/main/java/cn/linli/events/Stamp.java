package cn.linli.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What every event carries beside its own fields, so that a reader can count it without a look-up.
 * On the wire the three fields stand beside the event's own ones.
 *
 * @param day calendar day in the tenant's zone the event belongs to
 * @param recordedAt when it was committed
 * @param path codes of all ancestor divisions at commit, province first, the division itself last,
 *     a virtual district included; {@code ["unknown"]} for a division in quarantine
 */
public record Stamp(LocalDate day, Instant recordedAt, List<String> path) {
  public Stamp {
    path = List.copyOf(path);
  }
}
