package cn.linli.timebank.reversals;

import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.ClearingEvent.Cleared;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Lines;
import cn.linli.timebank.casework.Lines.Line;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Book;
import cn.linli.timebank.ledger.Counter;
import cn.linli.timebank.ledger.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the id of a line to all that goes back with it. */
final class Targets {

  private static final String PASSBOOK = AccountCases.KIND + ":";

  private final Lines lines;
  private final CaseStates<Account> accounts;

  Targets(Lines lines, CaseStates<Account> accounts) {
    this.lines = lines;
    this.accounts = accounts;
  }

  /** Both lines of a transfer lead to the one that received: it is taken back once. */
  Target of(String id) {
    Entry named = Entry.parse(id).orElseThrow(Targets::notFound);
    Line line =
        accounts
            .find(AccountCases.stream(named.account()))
            .flatMap(account -> lines.find(named, account.version()))
            .orElseThrow(Targets::notFound);
    Entry entry = named;
    var posted = (Posted) line.event();
    Cleared cleared = lines.cleared(line).orElse(null);
    if (cleared == null && Counter.communities(posted.counter()).isPresent()) {
      throw new ProblemException(Problem.of(422, "not-reversible")); // the audit names the pair
    }
    String other = other(entry.account(), posted, cleared);
    if (posted.amount() < 0 && other != null) {
      Line mirror = lines.mirror(entry.account(), other, line).orElseThrow(Targets::notFound);
      other = entry.account();
      posted = (Posted) mirror.event();
      entry = Entry.parse(posted.entry()).orElseThrow();
    }
    return new Target(entry, posted, other, cleared, pools(entry.account(), other, cleared));
  }

  private static @Nullable String other(String account, Posted line, @Nullable Cleared cleared) {
    if (line.counter().startsWith(PASSBOOK)) {
      return line.counter().substring(PASSBOOK.length());
    }
    if (cleared == null) {
      return null;
    }
    return account.equals(cleared.payer()) ? cleared.receiver() : cleared.payer();
  }

  private List<String> pools(String account, @Nullable String other, @Nullable Cleared cleared) {
    if (cleared != null && other != null) {
      return List.of(Book.pool(cleared.from()), Book.pool(cleared.to()));
    }
    return List.of(
        Book.pool(
            accounts
                .find(AccountCases.stream(account))
                .orElseThrow(Targets::notFound)
                .state()
                .division()));
  }

  private static ProblemException notFound() {
    return new ProblemException(Problem.notFound());
  }
}
