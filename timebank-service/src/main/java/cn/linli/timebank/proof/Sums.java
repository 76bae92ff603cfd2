package cn.linli.timebank.proof;

import cn.linli.events.timebank.LedgerEvent.FaultFound;
import cn.linli.events.timebank.LedgerFault;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import cn.linli.timebank.ledger.Counter;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Both sides of every line. A line against a system account is that account's line too; a line
 * against a passbook waits for the others of its command, which sum to zero with it.
 *
 * <p>Memory: the commands whose lines have not all come, a handful while reading in the order of
 * writing, and one number for each system account.
 */
public final class Sums {

  private static final String PASSBOOK = LineReader.STREAMS;

  private static final Duration YEAR = Duration.ofDays(365);

  /** What lines of one command against passbooks sum to so far. */
  private record Waiting(String command, Unit unit) {}

  private record Open(long sum, Line one) {}

  private final Map<Unit, Map<String, Long>> system = new EnumMap<>(Unit.class);
  private final Map<Unit, Long> passbooks = new EnumMap<>(Unit.class);
  private final Map<Waiting, Open> waiting = new HashMap<>();
  private final Map<String, Long> redeemed = new TreeMap<>();
  private final Instant yearBegins;

  /**
   * @param asOf end of the year whose spending is added up
   */
  Sums(Instant asOf) {
    this.yearBegins = asOf.minus(YEAR);
  }

  void take(Line line) {
    passbooks.merge(line.unit(), line.amount(), Long::sum);
    if (line.counter().startsWith(PASSBOOK)) {
      waiting.compute(
          new Waiting(line.command(), line.unit()),
          (key, open) -> {
            long sum = line.amount() + (open == null ? 0 : open.sum());
            return sum == 0 ? null : new Open(sum, line);
          });
    } else {
      system
          .computeIfAbsent(line.unit(), unit -> new TreeMap<>())
          .merge(line.counter(), -line.amount(), Long::sum);
      if (line.unit() == Unit.MINUTES
          && line.reason() == Reason.REDEEMED
          && line.at().isAfter(yearBegins)) {
        String place = line.counter().substring(line.counter().indexOf(':') + 1);
        redeemed.merge(place, -line.amount(), Long::sum);
      }
    }
  }

  /** What all passbooks hold together. */
  public long passbooks(Unit unit) {
    return passbooks.getOrDefault(unit, 0L);
  }

  /** What each system account holds: mostly less than nothing, since it gave what others have. */
  public Map<String, Long> system(Unit unit) {
    return system.getOrDefault(unit, Map.of());
  }

  /** Minutes spent in the last year, by the place whose system account took them. */
  Map<String, Long> redeemed() {
    return redeemed;
  }

  /** What all system accounts of a kind hold together. */
  long system(Unit unit, Counter.Kind kind) {
    String prefix = kind.name().toLowerCase(Locale.ROOT) + ":";
    return system(unit).entrySet().stream()
        .filter(account -> account.getKey().startsWith(prefix))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** All that was ever booked, both sides: zero, or the ledger is broken. */
  public long whole(Unit unit) {
    return passbooks(unit) + system(unit).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Commands whose lines do not sum to zero, by one of the lines; at most so many. */
  Iterator<FaultFound> uneven() {
    return waiting.values().stream()
        .map(open -> Faults.of(open.one(), LedgerFault.UNEVEN))
        .iterator();
  }
}
