package cn.linli.platform.commit;

import static cn.linli.platform.commit.Accounts.account;
import static cn.linli.platform.commit.Accounts.add;
import static cn.linli.platform.commit.Accounts.build;
import static cn.linli.platform.commit.Accounts.command;
import static cn.linli.platform.commit.Accounts.keyed;
import static cn.linli.platform.commit.Accounts.newId;
import static cn.linli.platform.commit.Accounts.take;
import static cn.linli.platform.commit.TestStore.done;
import static cn.linli.platform.commit.TestStore.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A command that is sent again takes effect once, whatever it would be answered now. */
class CommandKeyTest {

  private final TestStore store = new TestStore();
  private final Committer committer = store.committer();
  private final StreamId a = account("a");
  private final StreamId b = account("b");

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_key_sent_again_gets_the_first_answer_and_changes_nothing() {
    String id = newId();
    done(committer.submit(command(a, add(10))));
    var first = done(committer.submit(keyed(id, "h1", a, add(5))));
    done(committer.submit(command(a, add(1))));

    var again = done(committer.submit(keyed(id, "h1", a, add(5))));

    assertThat(again)
        .isEqualTo(new Outcome.Done(true, a, first.version(), 201, first.at(), Map.of()));
    assertThat(get(committer.submit(keyed(id, "other", a, add(5)))))
        .isEqualTo(new Outcome.KeyConflict());
    assertThat(store.state(a).get("balance")).isEqualTo(16L);
  }

  @Test
  void the_key_is_looked_up_before_the_expected_version() {
    String id = newId();
    Command.Rule rule = Command.single(a, Account.class, add(5));
    done(committer.submit(build(id, true, "h", List.of(a), 0L, rule)));

    assertThat(done(committer.submit(build(id, true, "h", List.of(a), 0L, rule))).hit()).isTrue();
    assertThat(get(committer.submit(build(newId(), true, "h", List.of(a), 0L, rule))))
        .isEqualTo(new Outcome.VersionConflict(1));
  }

  @Test
  void a_key_sent_again_that_would_be_refused_now_gets_the_first_answer() {
    String id = newId();
    done(committer.submit(command(a, add(5))));
    done(committer.submit(keyed(id, "h", a, take(5))));

    assertThat(done(committer.submit(keyed(id, "h", a, take(5)))).hit()).isTrue();
    assertThat(get(committer.submit(keyed(id, "other", a, take(5)))))
        .isEqualTo(new Outcome.KeyConflict());
    assertThat(store.state(a).get("balance")).isEqualTo(0L);
  }

  @Test
  void keys_sent_again_harm_no_other_command_of_their_batch() throws Exception {
    var ids = IntStream.range(0, 5).mapToObj(_ -> newId()).toList();
    ids.forEach(id -> done(committer.submit(keyed(id, "h", a, add(1)))));
    Committer fresh = store.committer();
    var again = new ArrayList<CompletableFuture<Outcome>>();
    var others = new ArrayList<CompletableFuture<Outcome>>();
    for (String id : ids) {
      others.add(fresh.submit(keyed(newId(), "h", a, add(10))));
      again.add(fresh.submit(keyed(id, "h", a, add(1))));
      others.add(fresh.submit(keyed(newId(), "h", b, add(10))));
    }

    assertThat(again).allMatch(answer -> done(answer).hit());
    assertThat(others).noneMatch(answer -> done(answer).hit());
    assertThat(store.state(a).get("balance")).isEqualTo(55L);
    assertThat(store.state(b).get("balance")).isEqualTo(50L);
    assertThat(store.audit().clean()).isTrue();
  }

  @Test
  void keys_that_were_never_used_are_not_looked_up() {
    done(committer.submit(command(a, add(5))));
    var lookedUp = new AtomicBoolean();
    try (var listening =
        store.clientThatCalls("find", JournalEntry.COLLECTION, () -> lookedUp.set(true))) {
      Committer fresh = store.committer(listening);

      done(fresh.submit(keyed(newId(), "h", a, take(5))));
      assertThat(lookedUp).isFalse();

      assertThat(get(fresh.submit(keyed(newId(), "h", a, take(5)))))
          .isInstanceOf(Outcome.Refused.class);
      assertThat(lookedUp).isTrue();
    }
  }
}
