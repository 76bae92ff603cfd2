package cn.linli.timebank.statements;

import cn.linli.events.timebank.Unit;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.paper.Printer;
import cn.linli.platform.web.Download;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.Query;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.HolderNames;
import cn.linli.timebank.casework.Places;
import cn.linli.timebank.casework.Reach;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.statements.Statement.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements for whoever may read the passbook. */
final class Statements {

  private final CaseStates<Account> accounts;
  private final StatementBook book;
  private final HolderNames holders;
  private final Places places;

  Statements(CaseStates<Account> accounts, StatementBook book, HolderNames holders, Places places) {
    this.accounts = accounts;
    this.book = book;
    this.holders = holders;
    this.places = places;
  }

  @Nullable Object pdf(Query<NoBody> query) {
    return open(query)
        .map(it ->
            new Download(
                Printer.pdf(StatementPaper.of(statement(query, it))),
                "application/pdf",
                "statement.pdf",
                edition(query, it)))
        .orElse(null);
  }

  @Nullable Object csv(Query<NoBody> query) {
    return open(query)
        .map(it ->
            new Download(
                StatementCsv.of(statement(query, it)),
                "text/csv",
                "statement.csv",
                edition(query, it)))
        .orElse(null);
  }

  private Optional<Stored<Account>> open(Query<NoBody> query) {
    return Reach.open(accounts.find(AccountCases.fromPath(query.path("id"))), query.caller());
  }

  /** A statement tells the day it was made. */
  private static long edition(Query<NoBody> query, Stored<Account> stored) {
    return HolderNames.edition(stored.version(), query.receivedAt());
  }

  private Statement statement(Query<NoBody> query, Stored<Account> stored) {
    LocalDate until = query.day("to").orElse(WorkCalendar.dayOf(query.receivedAt()));
    LocalDate from = query.day("from").orElse(until.withDayOfYear(1));
    if (from.isAfter(until)) {
      throw new ProblemException(Problem.of(422, "period-wrong"));
    }
    List<Line> lines = book.lines(stored, from, until);
    Account account = stored.state();
    return new Statement(
        stored.id(),
        holders.name(account, query.caller()),
        account.division(),
        places.name(account.division()),
        from,
        until,
        WorkCalendar.startOfDay(WorkCalendar.dayOf(query.receivedAt())),
        book.part(stored, until, Unit.MINUTES, lines),
        book.part(stored, until, Unit.POINTS, lines));
  }
}
