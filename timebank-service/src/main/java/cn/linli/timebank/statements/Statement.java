package cn.linli.timebank.statements;

import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What happened to a passbook in a period.
 *
 * @param holder as the reader may see it; empty for a pool
 * @param place name of the community
 * @param until last day, included
 * @param asOf when it was read
 */
record Statement(
    String account,
    String holder,
    String division,
    String place,
    LocalDate from,
    LocalDate until,
    Instant asOf,
    Part minutes,
    Part points) {

  /**
   * One unit.
   *
   * @param opening balance before the first day
   * @param closing balance after the last one
   */
  record Part(Unit unit, long opening, long closing, List<Line> lines) {
    Part {
      lines = List.copyOf(lines);
    }

    long in() {
      return lines.stream().mapToLong(it -> Math.max(0, it.posted().amount())).sum();
    }

    long out() {
      return lines.stream().mapToLong(it -> Math.max(0, -it.posted().amount())).sum();
    }
  }

  record Line(Posted posted, Instant at) {}
}
