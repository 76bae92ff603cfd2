package cn.linli.timebank.exchange;

import static cn.linli.platform.config.tables.SchemeTable.cell;

import cn.linli.events.timebank.ExchangeEvent.MatchProposed;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.config.tables.SchemeTable;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.domain.activities.Span;
import cn.linli.timebank.domain.exchange.Match;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What one person may earn from the same recipient in a month. Read before the decision: two
 * confirmations in the same instant may both pass, which a limit against habits can bear.
 */
final class PairLimit {

  /** Of one provider, the latest: more than anybody has in a month. */
  private static final int MATCHES_MAX = 500;

  private PairLimit() {}

  /** Minutes paid between the two for services of this month. */
  static long earned(CaseStates<Match> matches, MatchProposed sides, Instant now) {
    YearMonth month = month(now);
    return matches
        .list(
            Filters.eq(ListFields.IN, ListFields.of(ExchangeCases.MATCH, sides.provider())),
            Sorts.descending(ListFields.SINCE, "_id"),
            MATCHES_MAX)
        .stream()
        .map(CaseStates.Stored::state)
        .filter(it -> it.minutes() != null && it.what().recipient().equals(sides.recipient()))
        .filter(it -> isOf(month, it.done()))
        .mapToLong(it -> it.minutes() == null ? 0 : it.minutes())
        .sum();
  }

  static boolean isExceeded(long minutes, SchemeTable scheme) {
    int limit = cell(scheme.pairMonthMinutes());
    return limit > 0 && minutes > limit;
  }

  private static boolean isOf(YearMonth month, @Nullable Span done) {
    return done != null && month(done.from()).equals(month);
  }

  private static YearMonth month(Instant at) {
    return YearMonth.from(WorkCalendar.dayOf(at));
  }
}
