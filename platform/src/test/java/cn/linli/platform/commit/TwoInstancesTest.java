package cn.linli.platform.commit;

import static cn.linli.platform.commit.Accounts.account;
import static cn.linli.platform.commit.Accounts.add;
import static cn.linli.platform.commit.Accounts.command;
import static cn.linli.platform.commit.Accounts.expecting;
import static cn.linli.platform.commit.Accounts.keyed;
import static cn.linli.platform.commit.Accounts.newId;
import static cn.linli.platform.commit.Accounts.take;
import static cn.linli.platform.commit.TestStore.done;
import static cn.linli.platform.commit.TestStore.get;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.account.AccountEvent.Added;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two instances on the same streams and keys, and what a dead one leaves behind. */
class TwoInstancesTest {

  private final TestStore store = new TestStore();
  private final Committer one = store.committer();
  private final Committer two = store.committer();
  private final StreamId a = account("a");

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void both_add_to_the_same_streams_and_nothing_is_lost() {
    var answers = new ArrayList<CompletableFuture<Outcome>>();
    for (int i = 0; i < 400; i++) {
      Committer committer = i % 2 == 0 ? one : two;
      answers.add(committer.submit(command(account("hot" + i % 3), add(1))));
    }

    assertThat(answers).allMatch(answer -> get(answer) instanceof Outcome.Done);
    long sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += store.state(account("hot" + i)).getLong("balance");
    }
    assertThat(sum).isEqualTo(400);
    assertThat(store.audit().clean()).isTrue();
  }

  @Test
  void the_same_key_at_both_takes_effect_once() {
    for (int round = 0; round < 30; round++) {
      String id = newId();
      StreamId stream = account("round" + round);
      var first = one.submit(keyed(id, "h", stream, add(1)));
      var second = two.submit(keyed(id, "h", stream, add(1)));

      assertThat(List.of(done(first).hit(), done(second).hit())).containsOnlyOnce(true);
      assertThat(store.state(stream).get("balance")).isEqualTo(1L);
    }
  }

  @Test
  void a_refusal_rests_on_what_is_stored_not_on_what_is_remembered() {
    done(one.submit(command(a, add(5))));
    done(two.submit(command(a, add(100))));

    // Instance one still remembers a balance of 5.
    assertThat(done(one.submit(command(a, take(50)))).version()).isEqualTo(3);

    done(two.submit(command(a, take(55))));
    assertThat(get(one.submit(command(a, take(1)))))
        .isEqualTo(new Outcome.Refused(Refusal.of("not-enough", "balance", 0L)));
  }

  @Test
  void an_expected_version_is_compared_with_what_is_stored() {
    done(one.submit(command(a, add(5))));
    done(two.submit(command(a, add(5))));

    assertThat(done(one.submit(expecting(2, a, add(5)))).version()).isEqualTo(3);
    done(two.submit(command(a, add(5))));
    assertThat(get(one.submit(expecting(3, a, add(5))))).isEqualTo(new Outcome.VersionConflict(4));
  }

  /** The other instance commits the same key just after our load: they meet in the journal. */
  @Test
  void a_key_that_was_used_after_the_state_was_loaded_takes_effect_once() {
    Command sent = keyed(newId(), "h", a, take(5));
    done(two.submit(command(a, add(5))));
    try (var listening =
        store.clientThatCalls("find", StateStore.COLLECTION, () -> done(two.submit(sent)))) {
      var again = done(store.committer(listening).submit(sent));

      assertThat(again.hit()).isTrue();
      assertThat(again.version()).isEqualTo(2);
    }
    assertThat(store.state(a).get("balance")).isEqualTo(0L);
  }

  /** It commits the key while we make sure that a refusal is right: looked up before, it is new. */
  @Test
  void a_key_is_looked_up_after_the_state_that_a_refusal_rests_on() {
    Command sent = keyed(newId(), "h", a, take(5));
    done(two.submit(command(a, add(5))));
    done(two.submit(command(a, take(5))));
    Runnable between =
        () -> {
          done(two.submit(command(a, add(5))));
          done(two.submit(sent));
        };
    try (var listening = store.clientThatCalls("find", JournalEntry.COLLECTION, between)) {
      var again = done(store.committer(listening).submit(sent));

      assertThat(again.hit()).isTrue();
      assertThat(again.version()).isEqualTo(4);
    }
    assertThat(store.state(a).get("balance")).isEqualTo(0L);
  }

  @Test
  void a_killed_owners_open_transaction_blocks_its_streams_and_nobody_else() throws Exception {
    StreamId blocked = account("blocked");
    done(one.submit(command(blocked, add(1))));
    ClientSession dead = openTransactionOn(blocked);

    var answers = new ArrayList<CompletableFuture<Outcome>>();
    answers.add(one.submit(command(blocked, add(1))));
    var others = new ArrayList<CompletableFuture<Outcome>>();
    for (int i = 0; i < 100; i++) {
      others.add(one.submit(command(account("free" + i), add(1))));
      if (i == 50) {
        answers.add(one.submit(command(blocked, add(1))));
      }
    }

    assertThat(others).allMatch(answer -> get(answer) instanceof Outcome.Done);
    assertThat(answers).noneMatch(CompletableFuture::isDone);

    // The server ends the dead owner's transaction after its lifetime of 5 s.
    assertThat(answers).allMatch(answer -> get(answer) instanceof Outcome.Done);
    assertThat(store.state(blocked).get("balance")).isEqualTo(3L);
    assertThat(store.audit().clean()).isTrue();
    dead.close();
  }

  @Test
  void what_stays_blocked_is_answered_in_time() {
    var impatient =
        store.committer(
            TestStore.kinds(1),
            CommitterLimits.STANDARD.withTimes(Duration.ofMillis(500), Duration.ofMillis(500)),
            java.time.Clock.systemUTC());
    done(one.submit(command(a, add(1))));
    ClientSession dead = openTransactionOn(a);

    assertThat(get(impatient.submit(command(a, add(1))))).isInstanceOf(Outcome.Overloaded.class);

    dead.abortTransaction();
    dead.close();
    assertThat(done(impatient.submit(command(a, add(1)))).version()).isEqualTo(2);
  }

  private ClientSession openTransactionOn(StreamId stream) {
    ClientSession session = store.client().startSession();
    session.startTransaction(
        TransactionOptions.builder()
            .readConcern(ReadConcern.LOCAL)
            .writeConcern(WriteConcern.MAJORITY)
            .build());
    store
        .database()
        .getCollection(JournalEntry.COLLECTION)
        .insertOne(session, new Document("_id", JournalEntry.id(stream, 2)));
    return session;
  }

  @Test
  void a_state_behind_its_journal_is_rebuilt_before_anything_rests_on_it() {
    done(one.submit(command(a, add(5))));
    Document old = store.state(a);
    done(one.submit(command(a, add(5))));
    store.database().getCollection("state").replaceOne(new Document("_id", a.toString()), old);
    Committer fresh = store.committer();

    assertThat(get(fresh.submit(command(a, take(11)))))
        .isEqualTo(new Outcome.Refused(Refusal.of("not-enough", "balance", 10L)));
    assertThat(done(fresh.submit(command(a, take(10)))).version()).isEqualTo(3);
    assertThat(store.audit().clean()).isTrue();

    store.database().getCollection("state").deleteOne(new Document("_id", a.toString()));
    assertThat(done(store.committer().submit(command(a, add(7)))).version()).isEqualTo(4);
    assertThat(store.audit().clean()).isTrue();
  }

  @Test
  void a_state_of_an_older_shape_is_rebuilt_by_the_next_command() {
    done(one.submit(command(a, add(5))));
    store
        .database()
        .getCollection("state")
        .updateOne(
            new Document("_id", a.toString()),
            new Document("$set", new Document("d", "{\"saldo\":5}").append("old", 1)));
    Committer upgraded = store.committer(TestStore.kinds(2));

    assertThat(done(upgraded.submit(command(a, add(2)))).version()).isEqualTo(2);

    Document state = store.state(a);
    assertThat(state.get("z")).isEqualTo(2);
    assertThat(state.get("balance")).isEqualTo(7L);
    assertThat(state).doesNotContainKey("old");
  }

  @Test
  void what_a_newer_instance_has_written_is_never_written_over() {
    done(one.submit(command(a, add(5))));
    Committer newer = store.committer(TestStore.kinds(2));
    done(newer.submit(command(a, add(5))));
    Document written = store.state(a);

    // Instance one remembers the older shape; both its accepting and its refusing must notice.
    assertThat(get(one.submit(command(a, add(5))))).isInstanceOf(Outcome.Overloaded.class);
    assertThat(get(one.submit(command(a, take(9_999))))).isInstanceOf(Outcome.Overloaded.class);
    assertThat(done(one.submit(command(account("b"), add(5)))).version()).isEqualTo(1);

    assertThat(store.state(a)).isEqualTo(written);
  }

  @Test
  void a_rule_sees_each_change_of_the_other_exactly_once() {
    var answers = new ArrayList<CompletableFuture<Outcome>>();
    for (int i = 0; i < 200; i++) {
      Committer committer = i % 2 == 0 ? one : two;
      answers.add(
          committer.submit(
              command(
                  a,
                  (state, at) ->
                      state.additions() < 50
                          ? Decision.accept(new Added(1, null))
                          : Decision.refuse("enough"))));
    }

    assertThat(answers).filteredOn(f -> get(f) instanceof Outcome.Done).hasSize(50);
    assertThat(answers).filteredOn(f -> get(f) instanceof Outcome.Refused).hasSize(150);
    assertThat(store.state(a).get("balance")).isEqualTo(50L);
  }
}
