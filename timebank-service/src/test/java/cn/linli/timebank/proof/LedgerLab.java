package cn.linli.timebank.proof;

import cn.linli.events.timebank.AccountEvent.AccountOpened;
import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.ClearingEvent;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import cn.linli.local.LocalMongo;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Admission;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Committer;
import cn.linli.platform.commit.CommitterLimits;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.journal.Schema;
import cn.linli.platform.vault.Secrets;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Banking.Deciding;
import cn.linli.timebank.casework.Banking.Wanted;
import cn.linli.timebank.casework.PairCases;
import cn.linli.timebank.casework.Schemes;
import cn.linli.timebank.domain.clearing.Clearing;
import cn.linli.timebank.domain.clearing.Pair;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Counter;
import cn.linli.timebank.ledger.Step;
import cn.linli.timebank.ledger.Transaction;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A ledger on a real database, without a service around it. */
final class LedgerLab implements AutoCloseable {

  static final String PLACE = "370602003006";

  final MongoDatabase database;
  private final Secrets secrets;
  final Kinds kinds;
  final Committer committer;
  final CaseStates<Seal> seals;
  final LeafStore leaves;
  final Auditor auditor;
  private final Banking banking =
      new Banking(new Schemes(new cn.linli.platform.config.Configuration()));

  LedgerLab(LocalMongo mongo, Secrets secrets) {
    this(mongo, mongo.freshDatabase("ledger"), secrets);
  }

  private LedgerLab(LocalMongo mongo, MongoDatabase database, Secrets secrets) {
    this.database = database;
    this.secrets = secrets;
    new Schema(List.of(LeafStore.schema())).migrate(database);
    kinds =
        new Kinds(
            List.of(new AccountCases(), new PairCases(), new SealStream()),
            code -> List.of("37", "3706", "370602", "370602003", PLACE),
            WorkCalendar.ZONE);
    committer =
        new Committer(
            new Committer.Store(mongo.client(), database, kinds),
            CommitterLimits.STANDARD,
            Clock.systemUTC(),
            Admission.OPEN,
            new SimpleMeterRegistry());
    seals = new CaseStates<>(database, new StateStore(database, kinds), new SealStream());
    leaves = new LeafStore(database);
    auditor =
        new Auditor(
            new LedgerAudit(new JournalReading(database), 1_000),
            leaves,
            seals,
            () -> Passbooks.count(database),
            secrets.documentKey(),
            committer);
  }

  /** Another instance on the same database. */
  LedgerLab second(LocalMongo mongo) {
    return new LedgerLab(mongo, database, secrets);
  }

  static Secrets secrets(Path folder) {
    return Secrets.loadOrCreate(folder.resolve("secrets"));
  }

  /** Of a person: 26 characters. */
  static String account(int number) {
    return "%026d".formatted(number);
  }

  void open(int number, long minutes) {
    open(number, PLACE, minutes);
  }

  void open(int number, String place, long minutes) {
    String id = account(number);
    var stream = AccountCases.stream(id);
    done(
        "open/" + number,
        List.of(id),
        seen -> {
          var opened =
              new AccountOpened(id, AccountKind.PERSON, place, null, null, null, null, null);
          return Wanted.book(
              Transaction.of(
                  Step.issue(id, place, Unit.MINUTES, minutes, Reason.GRANT, "start"),
                  Step.issue(id, place, Unit.POINTS, 60, Reason.WELCOME, null)),
              new Command.Change(stream, List.of(opened)));
        });
  }

  /** Waits for it. */
  Outcome transfer(String command, int from, int to, long amount) {
    return begin(command, from, to, amount).join();
  }

  CompletableFuture<Outcome> begin(String command, int from, int to, long amount) {
    List<String> both = List.of(account(from), account(to));
    return submit(
        command,
        both,
        seen ->
            Wanted.book(
                Transaction.of(
                    Step.move(
                        both.getFirst(),
                        both.getLast(),
                        Unit.MINUTES,
                        amount,
                        Reason.TRANSFER,
                        command))));
  }

  /**
   * Minutes of this place's {@code from} in another.
   *
   * @param to who gets them there; null: what is spent earns anew, as for an order
   * @param reason {@code REVERSAL}: what was cleared goes back
   */
  void across(
      String command, String other, int from, @Nullable Integer to, long amount, Reason reason) {
    StreamId pair = PairCases.stream(PLACE, other);
    Counter between = Counter.clearing(PLACE, other);
    long way = reason == Reason.REVERSAL ? -1 : 1;
    var accounts = new ArrayList<>(List.of(account(from)));
    var steps = new ArrayList<Step>();
    steps.add(post(account(from), -way * amount, between, reason, command));
    if (to != null) {
      accounts.add(account(to));
      steps.add(post(account(to), way * amount, between, reason, command));
    }
    var leg =
        new Clearing.Leg(
            PLACE, other, command, amount, account(from), to == null ? null : account(to));
    done(
        command,
        List.of(pair),
        accounts,
        seen -> {
          Pair now = seen.state(pair, Pair.class);
          ClearingEvent event =
              way < 0
                  ? Clearing.takeBack(now, leg)
                  : ((Decision.Accepted<ClearingEvent>) Clearing.move(now, leg, Clearing.UNLIMITED))
                      .events()
                      .getFirst();
          return Wanted.book(new Transaction(steps), new Command.Change(pair, List.of(event)));
        });
  }

  private static Step post(
      String account, long amount, Counter between, Reason reason, String ref) {
    return new Step.Post(account, Unit.MINUTES, amount, between, reason, ref, null);
  }

  private void done(String command, List<String> accounts, Deciding deciding) {
    done(command, List.of(), accounts, deciding);
  }

  private void done(String command, List<StreamId> own, List<String> accounts, Deciding deciding) {
    Outcome outcome = submit(command, own, accounts, deciding).join();
    if (!(outcome instanceof Outcome.Done)) {
      throw new AssertionError(command + ": " + outcome);
    }
  }

  private CompletableFuture<Outcome> submit(
      String command, List<String> accounts, Deciding deciding) {
    return submit(command, List.of(), accounts, deciding);
  }

  private CompletableFuture<Outcome> submit(
      String command, List<StreamId> own, List<String> accounts, Deciding deciding) {
    return committer.submit(
        new Command(
            command,
            true,
            command,
            Banking.streams(own, accounts),
            null,
            "bank-clerk@" + PLACE,
            command,
            command,
            201,
            List.of(),
            streams -> banking.verdict(streams, accounts, deciding)));
  }

  Account read(int number) {
    return new CaseStates<>(
            database,
            new StateStore(
                database,
                new Kinds(List.of(new AccountCases()), code -> List.of(), WorkCalendar.ZONE)),
            new AccountCases())
        .find(AccountCases.stream(account(number)))
        .orElseThrow()
        .state();
  }

  /** Of all there is. */
  Seal audit() throws Exception {
    return audit(Instant.now().plusSeconds(1));
  }

  Seal audit(Instant upTo) throws Exception {
    auditor.run(upTo, "auditor", "run-" + System.nanoTime(), _ -> {});
    return auditor.seal();
  }

  @Override
  public void close() {
    committer.close();
  }
}
