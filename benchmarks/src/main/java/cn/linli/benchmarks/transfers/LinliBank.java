package cn.linli.benchmarks.transfers;

import cn.linli.events.timebank.AccountEvent.AccountOpened;
import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.commit.Admission;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Committer;
import cn.linli.platform.commit.CommitterLimits;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.config.Configuration;
import cn.linli.platform.journal.Schema;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Banking.Deciding;
import cn.linli.timebank.casework.Banking.Wanted;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.casework.Schemes;
import cn.linli.timebank.ledger.Step;
import cn.linli.timebank.ledger.Transaction;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Linli's ledger as its service has it, without HTTP: journal, chained lines, states and list
 * fields, with the key of every command looked up and both passbooks in one transaction.
 */
final class LinliBank implements Bank, AutoCloseable {

  private static final int OPENED_AT_ONCE = 500;

  private final Banking banking = new Banking(new Schemes(new Configuration()));
  private final AtomicLong commands = new AtomicLong();
  private final Committer committer;

  LinliBank(MongoClient client, MongoDatabase database, int holders, long minutesEach) {
    new Schema(List.of(ListFields.indexes())).migrate(database);
    var kinds = new Kinds(List.of(new AccountCases()), _ -> Holders.PATH, WorkCalendar.ZONE);
    this.committer =
        new Committer(
            new Committer.Store(client, database, kinds),
            CommitterLimits.STANDARD,
            Clock.systemUTC(),
            Admission.OPEN,
            new SimpleMeterRegistry());
    for (int from = 0; from < holders; from += OPENED_AT_ONCE) {
      var opened = new ArrayList<CompletableFuture<Outcome>>();
      for (int n = from; n < Math.min(holders, from + OPENED_AT_ONCE); n++) {
        opened.add(open(n, minutesEach));
      }
      opened.forEach(outcome -> requireDone(outcome.join()));
    }
  }

  private CompletableFuture<Outcome> open(int number, long minutes) {
    String id = Holders.id(number);
    return submit(
        List.of(id),
        seen -> {
          var opened =
              new AccountOpened(
                  id, AccountKind.PERSON, Holders.PLACE, null, null, null, null, null);
          return Wanted.book(
              Transaction.of(
                  Step.issue(id, Holders.PLACE, Unit.MINUTES, minutes, Reason.GRANT, null)),
              new Command.Change(AccountCases.stream(id), List.of(opened)));
        });
  }

  @Override
  public boolean transfer(int from, int to) throws InterruptedException {
    List<String> both = List.of(Holders.id(from), Holders.id(to));
    var moved = Step.move(both.getFirst(), both.getLast(), Unit.MINUTES, 1, Reason.TRANSFER, null);
    try {
      Outcome outcome = submit(both, seen -> Wanted.book(Transaction.of(moved))).get();
      if (outcome instanceof Outcome.Overloaded) {
        return false;
      }
      requireDone(outcome);
      return true;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private CompletableFuture<Outcome> submit(List<String> accounts, Deciding deciding) {
    long number = commands.incrementAndGet();
    String key = Holders.key(number);
    String made = Holders.made(number);
    return committer.submit(
        new Command(
            key,
            true,
            key,
            Banking.streams(List.of(), accounts),
            null,
            Holders.ACTOR,
            made,
            made,
            Holders.CREATED,
            List.of(),
            streams -> banking.verdict(streams, accounts, deciding)));
  }

  private static void requireDone(Outcome outcome) {
    if (!(outcome instanceof Outcome.Done)) {
      throw new IllegalStateException(outcome.toString());
    }
  }

  @Override
  public void close() {
    committer.close();
  }
}
