package cn.linli.platform.commit;

import static cn.linli.platform.commit.Accounts.account;
import static cn.linli.platform.commit.Accounts.add;
import static cn.linli.platform.commit.Accounts.build;
import static cn.linli.platform.commit.Accounts.command;
import static cn.linli.platform.commit.Accounts.expecting;
import static cn.linli.platform.commit.Accounts.keyed;
import static cn.linli.platform.commit.Accounts.newId;
import static cn.linli.platform.commit.Accounts.take;
import static cn.linli.platform.commit.Accounts.transfer;
import static cn.linli.platform.commit.TestStore.done;
import static cn.linli.platform.commit.TestStore.get;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.Recorded;
import cn.linli.events.account.AccountEvent;
import cn.linli.events.account.AccountEvent.Added;
import cn.linli.events.account.AccountEvent.Claimed;
import cn.linli.events.account.AccountEvent.Opened;
import cn.linli.events.account.AccountEvent.Padded;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One instance alone: what is written, what is answered, what harms nobody else. */
class CommitterTest {

  private final TestStore store = new TestStore();
  private final Committer committer = store.committer();
  private final StreamId a = account("a");
  private final StreamId b = account("b");

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_command_writes_journal_and_state() {
    done(committer.submit(command(a, Accounts::open)));
    var added = done(committer.submit(command(a, add(5))));

    assertThat(added.hit()).isFalse();
    assertThat(added.version()).isEqualTo(2);
    assertThat(added.status()).isEqualTo(201);
    assertThat(((Account) added.states().get(a)).balance()).isEqualTo(5);
    var entry = store.journal(a).get(1);
    assertThat(entry.id()).isEqualTo("account:a:0000000002");
    assertThat(entry.firstSequence()).isEqualTo(2);
    assertThat(entry.by()).isEqualTo("clerk@370602003#a1");
    assertThat(entry.at()).isEqualTo(added.at());
    Document state = store.state(a);
    assertThat(state.get("v")).isEqualTo(2L);
    assertThat(state.get("n")).isEqualTo(2L);
    assertThat(state.get("z")).isEqualTo(1);
    assertThat(state.get("balance")).isEqualTo(5L);
    assertThat(state).doesNotContainKey("due");
    assertThat(store.audit().clean()).isTrue();
  }

  @Test
  void an_event_carries_its_day_in_the_tenants_zone_and_its_path() {
    Instant night = Instant.parse("2026-01-05T17:30:00Z");
    var late = store.committer(TestStore.kinds(1), CommitterLimits.STANDARD, () -> night);
    Instant earlier = Instant.parse("2025-12-31T15:59:59Z");
    done(
        late.submit(
            command(
                a, (s, at) -> Decision.accept(new Opened("370602003"), new Added(1, earlier)))));

    List<Recorded<AccountEvent>> events = store.history().events(a, AccountEvent.class, 0, 10);
    assertThat(events).extracting(Recorded::id).containsExactly("account:a:1", "account:a:2");
    assertThat(events.get(0).stamp().day()).isEqualTo(LocalDate.parse("2026-01-06"));
    assertThat(events.get(1).stamp().day()).isEqualTo(LocalDate.parse("2025-12-31"));
    assertThat(events.get(1).stamp().recordedAt()).isEqualTo(night);
    assertThat(events.get(1).stamp().path()).containsExactly("3706", "370602003");
  }

  @Test
  void time_never_runs_backwards_in_a_stream() {
    Instant noon = Instant.parse("2030-01-05T12:00:00Z");
    var ahead = store.committer(TestStore.kinds(1), CommitterLimits.STANDARD, () -> noon);
    done(ahead.submit(command(a, add(1))));

    var behind = done(committer.submit(transferOfNothing()));

    assertThat(behind.at()).isEqualTo(noon);
    assertThat(store.journal(b).getFirst().at()).isEqualTo(noon);
  }

  @Test
  void a_stream_said_to_be_new_is_not_read_and_still_never_written_over() {
    var first = done(committer.submit(command(a, add(5)).onNewStream()));
    assertThat(first.version()).isEqualTo(1);

    var elsewhere =
        store.committer(TestStore.kinds(1), CommitterLimits.STANDARD, Clock.systemUTC());
    var second = done(elsewhere.submit(command(a, add(2)).onNewStream()));

    assertThat(second.version()).isEqualTo(2);
    assertThat(((Account) second.states().get(a)).balance()).isEqualTo(7);
    assertThat(store.audit().clean()).isTrue();
  }

  @Test
  void a_refusal_on_a_stream_said_to_be_new_rests_on_what_is_there() {
    done(committer.submit(command(a, add(5))));
    var elsewhere =
        store.committer(TestStore.kinds(1), CommitterLimits.STANDARD, Clock.systemUTC());

    done(elsewhere.submit(command(a, take(5)).onNewStream()));

    assertThat(store.state(a).get("balance")).isEqualTo(0L);
  }

  private Command transferOfNothing() {
    return transfer(a, b, 0);
  }

  @Test
  void the_same_key_twice_in_one_batch_takes_effect_once() throws Exception {
    String id = newId();
    var answers = new ArrayList<CompletableFuture<Outcome>>();
    inOneBatch(() -> {
      for (int i = 0; i < 5; i++) {
        answers.add(committer.submit(keyed(id, "h", a, add(5))));
      }
      answers.add(committer.submit(keyed(id, "other", a, add(5))));
    });

    assertThat(answers.subList(0, 5)).filteredOn(answer -> !done(answer).hit()).hasSize(1);
    assertThat(get(answers.get(5))).isEqualTo(new Outcome.KeyConflict());
    assertThat(store.state(a).get("balance")).isEqualTo(5L);
  }

  @Test
  void what_was_expected_otherwise_is_told_the_version() {
    done(committer.submit(command(a, add(1))));

    assertThat(get(committer.submit(expecting(7, a, add(1)))))
        .isEqualTo(new Outcome.VersionConflict(1));
    assertThat(done(committer.submit(expecting(1, a, add(1)))).version()).isEqualTo(2);
  }

  @Test
  void several_streams_change_together_or_not_at_all() {
    done(committer.submit(command(a, add(10))));

    done(committer.submit(transfer(a, b, 4)));
    assertThat(get(committer.submit(transfer(a, b, 7)))).isInstanceOf(Outcome.Refused.class);

    assertThat(store.state(a).get("balance")).isEqualTo(6L);
    assertThat(store.state(b).get("balance")).isEqualTo(4L);
    assertThat(store.journal(a).get(1).at()).isEqualTo(store.journal(b).getFirst().at());
    assertThat(store.audit().clean()).isTrue();
  }

  @Test
  void a_claim_is_given_once() throws Exception {
    StreamId name = new StreamId("x:name", "ab12");
    var answers = new ArrayList<CompletableFuture<Outcome>>();
    for (int i = 0; i < 20; i++) {
      StreamId holder = account("holder" + i);
      answers.add(committer.submit(claim(name, holder)));
    }

    assertThat(answers).filteredOn(answer -> get(answer) instanceof Outcome.Done).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> get(answer).equals(new Outcome.Refused(Refusal.of("name-taken"))))
        .hasSize(19);
    assertThat(store.audit().streams()).isEqualTo(2);
  }

  static Command claim(StreamId name, StreamId holder) {
    return build(
        newId(),
        false,
        "h",
        List.of(holder, name),
        null,
        streams ->
            streams.state(name, Account.class).holder() != null
                ? new Command.Verdict.Refuse(Refusal.of("name-taken"))
                : new Command.Verdict.Accept(
                    List.of(
                        new Command.Change(holder, List.of(new Opened("370602003"))),
                        new Command.Change(name, List.of(new Claimed(holder.key()))))));
  }

  static Command withVault(Command command, String... ids) {
    var vault = new ArrayList<Document>();
    for (String id : ids) {
      vault.add(new Document("_id", id).append("cipher", new byte[] {1, 2, 3}));
    }
    return BesideTest.with(command, List.of(), vault);
  }

  @Test
  void poisoned_commands_in_a_full_batch_harm_nobody_else() throws Exception {
    store.database().getCollection("vault").insertOne(new Document("_id", "taken"));
    var good = new ArrayList<CompletableFuture<Outcome>>();
    var bad = new ArrayList<CompletableFuture<Outcome>>();
    inOneBatch(() -> {
      for (int i = 0; i < 200; i++) {
        good.add(committer.submit(command(account("good" + i % 150), add(1))));
        if (i % 40 == 7) {
          poison(account("good" + i)).forEach(c -> bad.add(committer.submit(c)));
        }
      }
    });

    assertThat(good).allMatch(answer -> get(answer) instanceof Outcome.Done);
    assertThat(bad).isNotEmpty().allMatch(answer -> get(answer) instanceof Outcome.Broken);
    assertThat(store.audit().clean()).isTrue();
    assertThat(store.audit().commits()).isEqualTo(202);
  }

  private static List<Command> poison(StreamId stream) {
    return List.of(
        command(
            stream,
            (state, at) -> {
              throw new IllegalStateException("a rule with a fault");
            }),
        command(stream, (state, at) -> Decision.accept(new Padded("x".repeat(300 * 1024)))),
        command(
            stream,
            (state, at) ->
                Decision.accept(
                    java.util.Collections.nCopies(20, new Padded("x".repeat(250 * 1024))))),
        build(newId(), false, "h", List.of(stream), null, s -> elsewhere(account("unnamed"))),
        withVault(command(stream, add(1)), "taken"));
  }

  private static Command.Verdict elsewhere(StreamId stream) {
    return new Command.Verdict.Accept(
        List.of(new Command.Change(stream, List.of(new Opened("370602003")))));
  }

  @Test
  void a_command_that_names_no_known_streams_does_not_come_in() {
    Command.Rule rule = Command.single(a, Account.class, add(1));
    var many = new ArrayList<StreamId>();
    for (int i = 0; i < 501; i++) {
      many.add(account(i));
    }
    for (List<StreamId> streams :
        List.of(List.<StreamId>of(), List.of(a, a), List.of(new StreamId("no-such", "1")), many)) {
      assertThat(get(committer.submit(build(newId(), false, "h", streams, null, rule))))
          .isInstanceOf(Outcome.Broken.class);
    }
  }

  @Test
  void five_hundred_streams_change_in_one_transaction() {
    var streams = new ArrayList<StreamId>();
    var changes = new ArrayList<Command.Change>();
    for (int i = 0; i < 500; i++) {
      streams.add(account("wide" + i));
      changes.add(new Command.Change(streams.getLast(), List.of(new Added(1, null))));
    }
    Command.Rule rule = all -> new Command.Verdict.Accept(changes);

    var answer = done(committer.submit(build(newId(), false, "h", streams, null, rule)));

    assertThat(answer.states()).hasSize(500);
    assertThat(store.audit().commits()).isEqualTo(500);
    assertThat(store.registry().get("linli.commit.batch").summary().count()).isEqualTo(1);
  }

  @Test
  void more_than_a_transaction_takes_is_written_in_several() throws Exception {
    var answers = new ArrayList<CompletableFuture<Outcome>>();
    inOneBatch(() -> {
      for (int i = 0; i < 40; i++) {
        var event = new Padded("x".repeat(200 * 1024));
        answers.add(
            committer.submit(command(account("big" + i % 20), (s, at) -> Decision.accept(event))));
      }
    });
    assertThat(answers).allMatch(answer -> get(answer) instanceof Outcome.Done);
    assertThat(store.audit().clean()).isTrue();
  }

  @Test
  void a_full_queue_answers_overloaded_and_what_was_accepted_is_done() throws Exception {
    var small = CommitterLimits.STANDARD.withQueue(10);
    var narrow = store.committer(TestStore.kinds(1), small, Clock.systemUTC());
    var answers = new ArrayList<CompletableFuture<Outcome>>();
    var gate = new CountDownLatch(1);
    answers.add(narrow.submit(waitingFor(gate)));
    while (narrow.waiting() > 0) {
      Thread.onSpinWait();
    }
    for (int i = 0; i < 25; i++) {
      answers.add(narrow.submit(command(a, add(1))));
    }
    gate.countDown();

    long accepted = answers.stream().filter(f -> get(f) instanceof Outcome.Done).count();
    long overloaded = answers.stream().filter(f -> get(f) instanceof Outcome.Overloaded).count();
    assertThat(accepted).isEqualTo(11);
    assertThat(overloaded).isEqualTo(15);
    assertThat(store.state(a).get("balance")).isEqualTo(10L);
  }

  @Test
  void closing_finishes_what_was_accepted() {
    var answers = new ArrayList<CompletableFuture<Outcome>>();
    for (int i = 0; i < 300; i++) {
      answers.add(committer.submit(command(account("c" + i), add(1))));
    }
    committer.close();

    assertThat(answers).allMatch(answer -> get(answer) instanceof Outcome.Done);
    assertThat(get(committer.submit(command(a, add(1))))).isInstanceOf(Outcome.Overloaded.class);
  }

  /** Holds both workers and the stream {@code a} until everything is submitted. */
  private void inOneBatch(Runnable submits) throws Exception {
    var gate = new CountDownLatch(1);
    var first = committer.submit(waitingFor(gate));
    var second =
        committer.submit(
            command(
                account("second-gate"),
                (state, at) -> {
                  awaitGate(gate);
                  return Decision.accept(new Added(0, null));
                }));
    submits.run();
    gate.countDown();
    done(first);
    done(second);
  }

  private Command waitingFor(CountDownLatch gate) {
    return command(
        a,
        (state, at) -> {
          awaitGate(gate);
          return Decision.accept(new Added(0, null));
        });
  }

  private static void awaitGate(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
