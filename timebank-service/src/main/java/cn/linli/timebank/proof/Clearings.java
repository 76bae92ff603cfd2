package cn.linli.timebank.proof;

import cn.linli.events.timebank.LedgerEvent.FaultFound;
import cn.linli.events.timebank.Reason;
import cn.linli.timebank.casework.PairCases;
import cn.linli.timebank.ledger.Counter;
import cn.linli.timebank.ledger.Counter.Communities;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What members of one community spent in another is told twice: by lines of passbooks against their
 * clearing account, and by the stream of the two, whose last event says all sums. Both were written
 * by the same commands, so at every cut of instants they agree.
 *
 * <p>Memory: some 200 bytes for each two communities that ever dealt with each other, a few
 * thousand of them in a city. The order of reading does not matter.
 */
final class Clearings {

  private static final String PREFIX = "clearing:";

  /** Streams that can't be read are named up to as many. */
  private static final int UNREADABLE_MAX = LedgerAudit.FAULTS_MAX;

  /** One direction, as lines and as events have it. */
  private static final class Way {
    private long paid;
    private long received;
    private long cleared;
    private long clearedToReceivers;
  }

  /** The last event of a stream: what the service itself goes by. */
  private record Last(long version, Communities way, long total, long back) {}

  private final Map<String, Way> ways = new TreeMap<>();
  private final Map<String, Last> last = new TreeMap<>();
  private final List<FaultFound> unreadable = new ArrayList<>();

  /** A line takes from who paid or gives to who received; what is taken back does the opposite. */
  void take(Line line) {
    if (!line.counter().startsWith(PREFIX)) {
      return;
    }
    Way way = way(line.counter());
    boolean payers = line.amount() < 0 != (line.reason() == Reason.REVERSAL);
    if (payers) {
      way.paid -= line.amount();
    } else {
      way.received += line.amount();
    }
  }

  void take(PairLine said) {
    var communities = new Communities(said.from(), said.to());
    if (said.minutes() != 0) {
      Way way = way(wire(communities));
      way.cleared += said.minutes();
      way.clearedToReceivers += said.receiver() == null ? 0 : said.minutes();
    }
    last.merge(
        said.stream(),
        new Last(said.version(), communities, said.total(), said.back()),
        (one, other) -> other.version() >= one.version() ? other : one);
  }

  void unreadable(LineReader.Unreadable what) {
    if (unreadable.size() < UNREADABLE_MAX) {
      unreadable.add(Faults.unreadable(what));
    }
  }

  /** Every direction in which the two do not agree, in the order of their codes. */
  List<FaultFound> faults() {
    var faults = new ArrayList<>(unreadable);
    last.values()
        .forEach(it -> {
          way(wire(it.way()));
          way(wire(new Communities(it.way().to(), it.way().from())));
        });
    ways.forEach((clearing, way) -> {
      Communities communities = Counter.communities(clearing).orElse(null);
      Last end =
          communities == null
              ? null
              : last.get(PairCases.stream(communities.from(), communities.to()).toString());
      long version = end == null ? 0 : end.version();
      long total = end == null ? 0 : end.way().equals(communities) ? end.total() : end.back();
      if (total != way.paid || way.cleared != way.paid) {
        long said = total == way.paid ? way.cleared : total;
        faults.add(Faults.notAsCleared(clearing, version, said, way.paid));
      } else if (way.clearedToReceivers != way.received) {
        faults.add(Faults.notAsCleared(clearing, version, way.clearedToReceivers, way.received));
      }
    });
    return faults;
  }

  private Way way(String clearing) {
    return ways.computeIfAbsent(clearing, none -> new Way());
  }

  private static String wire(Communities it) {
    return PREFIX + it.from() + "-" + it.to();
  }
}
