package cn.linli.timebank.domain.certificates;

import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.timebank.domain.ServiceCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer's services as booked: what was given, never what was received or granted. A line that
 * was taken back does not count. Source: 志愿服务记录与证明出具办法 (民政部令第67号): true, accurate, complete.
 *
 * @param kinds by kind of service, the longest first
 */
public record ServiceRecord(List<Kind> kinds) {

  public ServiceRecord {
    kinds = List.copyOf(kinds);
  }

  /**
   * @param service code
   * @param times how often
   */
  public record Kind(String service, int times, long minutes, LocalDate first, LocalDate last) {}

  /** A line of a passbook and when it was booked. */
  public record Booked(Posted posted, Instant at) {}

  public static ServiceRecord of(List<Booked> lines) {
    Set<String> takenBack = takenBack(lines);
    var kinds = new HashMap<String, Kind>();
    for (Booked each : lines) {
      Posted it = each.posted();
      if (isService(it) && !takenBack.contains(it.entry())) {
        String service = service(it);
        LocalDate day = WorkCalendar.dayOf(each.at());
        kinds.merge(service, new Kind(service, 1, it.amount(), day, day), ServiceRecord::sum);
      }
    }
    return new ServiceRecord(
        kinds.values().stream()
            .sorted(Comparator.comparingLong(Kind::minutes).reversed().thenComparing(Kind::service))
            .toList());
  }

  private static boolean isService(Posted it) {
    return it.unit() == Unit.MINUTES && it.amount() > 0 && it.reason().isForService();
  }

  /** A reversal names the line that it takes back. */
  private static Set<String> takenBack(List<Booked> lines) {
    var entries = new HashSet<String>();
    for (Booked each : lines) {
      Posted it = each.posted();
      if (it.reason() == Reason.REVERSAL && it.ref() != null) {
        entries.add(it.ref());
      }
    }
    return entries;
  }

  private static String service(Posted it) {
    if (it.service() != null) {
      return it.service();
    }
    return it.reason() == Reason.SESSION ? ServiceCode.MEDIATION.wire() : ServiceCode.OTHER.wire();
  }

  private static Kind sum(Kind one, Kind other) {
    return new Kind(
        one.service(),
        one.times() + other.times(),
        one.minutes() + other.minutes(),
        one.first().isBefore(other.first()) ? one.first() : other.first(),
        one.last().isAfter(other.last()) ? one.last() : other.last());
  }

  public long minutes() {
    return kinds.stream().mapToLong(Kind::minutes).sum();
  }

  public int times() {
    return kinds.stream().mapToInt(Kind::times).sum();
  }

  public @Nullable LocalDate first() {
    return kinds.stream().map(Kind::first).min(Comparator.naturalOrder()).orElse(null);
  }

  public @Nullable LocalDate last() {
    return kinds.stream().map(Kind::last).max(Comparator.naturalOrder()).orElse(null);
  }

  public int stars() {
    return Stars.of(minutes());
  }
}
