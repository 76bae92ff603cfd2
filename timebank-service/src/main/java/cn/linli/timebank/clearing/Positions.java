package cn.linli.timebank.clearing;

import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.Query;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.casework.Listing;
import cn.linli.timebank.casework.PairCases;
import cn.linli.timebank.clearing.ClearingReply.PairShown;
import cn.linli.timebank.domain.clearing.NetPositions;
import cn.linli.timebank.domain.clearing.NetPositions.Flow;
import cn.linli.timebank.domain.clearing.NetPositions.Position;
import cn.linli.timebank.domain.clearing.Pair;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Net positions of a division in a period, from the journals of its pairs. */
final class Positions {

  /** Pairs read for one answer; a larger place is asked for by its districts. */
  static final int PAIRS_MAX = 2_000;

  private final CaseStates<Pair> pairs;
  private final PairBook book;

  Positions(CaseStates<Pair> pairs, PairBook book) {
    this.pairs = pairs;
    this.book = book;
  }

  ClearingReply of(Query<NoBody> query) {
    DivisionCode division = query.division("division").orElse(query.caller().scope());
    query.caller().mustCover(division);
    LocalDate today = WorkCalendar.dayOf(query.receivedAt());
    LocalDate until = query.day("to").orElse(today);
    LocalDate from = query.day("from").orElse(until.withDayOfYear(1));
    if (from.isAfter(until)) {
      throw new ProblemException(Problem.of(422, "period-wrong"));
    }
    List<Stored<Pair>> found = found(division);
    Instant begin = WorkCalendar.startOfDay(from);
    Instant end = WorkCalendar.startOfDay(until.plusDays(1));
    var flows = new ArrayList<Flow>();
    var shown = new ArrayList<PairShown>();
    for (Stored<Pair> each : found) {
      Pair now = each.state();
      Pair first = book.before(each, begin);
      Pair last = book.before(each, end);
      long low = last.spentBy(now.low()) - first.spentBy(now.low());
      long high = last.spentBy(now.high()) - first.spentBy(now.high());
      flows.add(new Flow(now.low(), now.high(), low));
      flows.add(new Flow(now.high(), now.low(), high));
      if (last.exists()) {
        shown.add(new PairShown(now.low(), now.high(), low, high, last.owedBy(now.low())));
      }
    }
    return reply(division, from, until, NetPositions.of(flows), shown);
  }

  private static ClearingReply reply(
      DivisionCode division,
      LocalDate from,
      LocalDate until,
      NetPositions net,
      List<PairShown> shown) {
    return new ClearingReply(
        division.value(),
        from,
        until,
        net.communities(),
        net.districts(),
        net.cities(),
        net.communities().stream().mapToLong(Position::net).sum(),
        shown);
  }

  private List<Stored<Pair>> found(DivisionCode division) {
    List<Stored<Pair>> found =
        Listing.first(pairs, ListFields.place(PairCases.KIND, division.value()), PAIRS_MAX + 1);
    if (found.size() > PAIRS_MAX) {
      throw new ProblemException(Problem.of(422, "too-many-pairs", Map.of("limit", PAIRS_MAX)));
    }
    return found;
  }
}
