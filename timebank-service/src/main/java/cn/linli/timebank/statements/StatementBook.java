package cn.linli.timebank.statements;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.journal.History;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Versions;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.statements.Statement.Line;
import cn.linli.timebank.statements.Statement.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the lines of a passbook from its journal. */
public final class StatementBook {

  /** Lines of one statement: some sixty pages. */
  static final int LINES_MAX = 2_000;

  private static final int BATCH = History.PAGE_MAX;

  private final History history;

  public StatementBook(History history) {
    this.history = history;
  }

  /**
   * Every line of both units, oldest first.
   *
   * @param until last day, included
   * @throws ProblemException 422 {@code statement-too-long} where there are too many
   */
  List<Line> lines(Stored<Account> stored, LocalDate from, LocalDate until) {
    StreamId stream = AccountCases.stream(stored.id());
    Instant end = WorkCalendar.startOfDay(until.plusDays(1));
    long version =
        Versions.before(history, stream, stored.version(), WorkCalendar.startOfDay(from));
    long last = Versions.before(history, stream, stored.version(), end);
    var lines = new ArrayList<Line>();
    while (version < last) {
      int wanted = (int) Math.min(BATCH, last - version);
      for (var each : history.events(stream, AccountEvent.class, version, wanted)) {
        if (each.event() instanceof Posted posted) {
          lines.add(new Line(posted, each.stamp().recordedAt()));
        }
      }
      if (lines.size() > LINES_MAX) {
        throw new ProblemException(
            Problem.of(422, "statement-too-long", Map.of("limit", LINES_MAX)));
      }
      version += wanted;
    }
    return lines;
  }

  /** One unit of the period, with what was there before and is there after. */
  Part part(Stored<Account> stored, LocalDate until, Unit unit, List<Line> all) {
    List<Line> lines = all.stream().filter(it -> it.posted().unit() == unit).toList();
    if (lines.isEmpty()) {
      long balance = balanceAfter(stored, until, unit);
      return new Part(unit, balance, balance, lines);
    }
    Posted first = lines.getFirst().posted();
    return new Part(
        unit, first.balance() - first.amount(), lines.getLast().posted().balance(), lines);
  }

  /** Before the next line after that day, else what is there now. */
  private long balanceAfter(Stored<Account> stored, LocalDate until, Unit unit) {
    StreamId stream = AccountCases.stream(stored.id());
    Instant end = WorkCalendar.startOfDay(until.plusDays(1));
    long version = Versions.before(history, stream, stored.version(), end);
    while (version < stored.version()) {
      for (var each : history.events(stream, AccountEvent.class, version, BATCH)) {
        if (each.event() instanceof Posted posted && posted.unit() == unit) {
          return posted.balance() - posted.amount();
        }
      }
      version += BATCH;
    }
    return stored.state().balance(unit).posted();
  }
}
