package cn.linli.timebank.wristbands;

import cn.linli.events.timebank.DoubtEvent.DoubtResolved;
import cn.linli.events.timebank.SessionFlag;
import cn.linli.events.timebank.WristbandEvent.BookedSession;
import cn.linli.events.timebank.WristbandEvent.SessionDecided;
import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Banking.Seen;
import cn.linli.timebank.casework.Banking.Wanted;
import cn.linli.timebank.casework.Kept;
import cn.linli.timebank.casework.Reach;
import cn.linli.timebank.casework.ReversalCases;
import cn.linli.timebank.domain.wristbands.Doubt;
import cn.linli.timebank.domain.wristbands.DoubtRules;
import cn.linli.timebank.domain.wristbands.DoubtRules.Finding;
import cn.linli.timebank.domain.wristbands.Plan;
import cn.linli.timebank.domain.wristbands.Settlement;
import cn.linli.timebank.domain.wristbands.Wristband;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Book;
import cn.linli.timebank.ledger.Entry;
import cn.linli.timebank.ledger.Reversal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A clerk settles what readings leave open: what was booked for the session is taken back, what it
 * really was is booked, and the wristband remembers that nothing read later changes it.
 */
final class Resolving {

  private final Banking banking;
  private final CaseStates<Doubt> doubts;
  private final CaseStates<Account> accounts;
  private final Vault vault;
  private final KeyedHash hash;

  Resolving(
      Banking banking,
      CaseStates<Doubt> doubts,
      CaseStates<Account> accounts,
      Vault vault,
      KeyedHash hash) {
    this.banking = banking;
    this.doubts = doubts;
    this.accounts = accounts;
    this.vault = vault;
    this.hash = hash;
  }

  Command resolve(Call<Bodies.Resolve> call) {
    StreamId band = WristbandCases.fromPath(hash, call.path("c"));
    StreamId stream = DoubtCases.fromPath(call.path("id"));
    Doubt found =
        doubts
            .find(stream)
            .map(CaseStates.Stored::state)
            .filter(it -> band.key().equals(it.band()))
            .orElseThrow(() -> new ProblemException(Problem.notFound()));
    Bodies.Resolve body = call.body();
    var finding = new Finding(body.from(), body.until(), Boolean.TRUE.equals(body.isVoid()));
    var words = new Words(vault.sealing(stream, call.commandId()));
    String reasonRef = words.seal(body.reason());
    var own = new ArrayList<StreamId>(List.of(stream, band));
    Entry line = line(found);
    if (line != null) {
      own.add(ReversalCases.stream(line));
    }
    String account = Kept.of(accounts, Objects.requireNonNull(found.account()));
    return banking.command(
        call,
        200,
        own,
        List.of(account, Book.pool(Objects.requireNonNull(found.division()))),
        words,
        seen -> {
          Doubt doubt = seen.state(stream, Doubt.class);
          Refusal objection = objection(seen, doubt, account, finding, call.caller());
          if (objection != null) {
            return Wanted.refuse(objection);
          }
          return Objects.equals(line, line(doubt))
              ? settled(seen, doubt, account, finding, reasonRef)
              : Wanted.refuse("session-changed");
        });
  }

  private static @Nullable Entry line(Doubt doubt) {
    BookedSession what = doubt.what();
    return what == null || what.entry() == null ? null : Entry.parse(what.entry()).orElseThrow();
  }

  private static @Nullable Refusal objection(
      Seen seen, Doubt doubt, String account, Finding finding, Caller caller) {
    Account holder = seen.account(account);
    Refusal hidden = Reach.mayKeep(holder, caller);
    if (hidden != null) {
      return hidden;
    }
    return Reach.isHolder(holder, caller)
        ? Refusal.of("self-confirmation")
        : DoubtRules.objection(doubt, finding, seen.at());
  }

  private static Wanted settled(
      Seen seen, Doubt doubt, String account, Finding finding, String reasonRef) {
    Plan plan = DoubtRules.plan(doubt, finding);
    BookedSession was = plan.takeBack().getFirst();
    String division = Objects.requireNonNull(doubt.division());
    var books = SettledBooks.of(account, division, seen::account, seen.at());
    Set<String> reversed = Set.of();
    Entry line = line(doubt);
    if (line != null) {
      Reversal reversal = seen.state(ReversalCases.stream(line), Reversal.class);
      if (reversal.isPending()) {
        return Wanted.refuse("reversal-pending");
      }
      if (reversal.status() == Reversal.Status.CONFIRMED) {
        reversed = Set.of(line.id());
      } else if (books.accounts().get(account).services().stream()
          .noneMatch(it -> was.session().equals(it.ref()))) {
        return Wanted.refuse("service-too-old");
      }
    }
    return switch (Settlement.of(
        plan, account, division, books.accounts(), reversed, seen.at(), seen.schemes())) {
      case Settlement.Result.Refused(var refusal) -> Wanted.refuse(refusal);
      case Settlement.Result.Settled(var event, var passbooks, var corrected) -> {
        BookedSession now = event.booked().isEmpty() ? null : event.booked().getFirst();
        if (now != null && now.flag() != null) {
          yield Wanted.refuse(
              now.flag() == SessionFlag.OVERLAP ? "overlapping-service" : "day-cap");
        }
        var changes = new ArrayList<Change>();
        changes.add(
            new Change(DoubtCases.stream(was.session()), List.of(resolved(was, now, reasonRef))));
        Wristband worn = seen.state(band(doubt), Wristband.class);
        if (worn.booked().stream().anyMatch(it -> it.session().equals(was.session()))) {
          changes.add(
              new Change(
                  band(doubt),
                  List.of(
                      new SessionDecided(was.session(), Objects.requireNonNull(doubt.begins())))));
        }
        changes.addAll(books.changes(passbooks));
        if (line != null && corrected.contains(line.id())) {
          changes.add(SettleReadings.correction(was, division));
        }
        yield Wanted.book(null, changes);
      }
    };
  }

  private static DoubtResolved resolved(
      BookedSession was, @Nullable BookedSession now, String reasonRef) {
    return now == null
        ? new DoubtResolved(was.session(), false, 0, 0, null, reasonRef)
        : new DoubtResolved(
            was.session(), true, now.minutes(), now.credited(), now.entry(), reasonRef);
  }

  private static StreamId band(Doubt doubt) {
    return WristbandCases.stream(Objects.requireNonNull(doubt.band()));
  }
}
