package cn.linli.platform.journal;

import static cn.linli.platform.commit.Accounts.account;
import static cn.linli.platform.commit.Accounts.add;
import static cn.linli.platform.commit.Accounts.alarm;
import static cn.linli.platform.commit.Accounts.command;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.Recorded;
import cn.linli.events.account.AccountEvent;
import cn.linli.platform.commit.AccountKind;
import cn.linli.platform.commit.Committer;
import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.commit.TestStore;
import cn.linli.platform.journal.StateAudit.Difference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StateAuditTest {

  private final TestStore store = new TestStore();
  private final Committer committer = store.committer();
  private final MongoCollection<Document> states = store.database().getCollection("state");
  private final StreamId a = account("a");

  @BeforeEach
  void some_accounts() {
    for (StreamId stream : new StreamId[] {a, account("a-b"), account("a1"), account("b")}) {
      TestStore.done(committer.submit(command(stream, add(5))));
      TestStore.done(
          committer.submit(command(stream, alarm(Instant.parse("2099-01-01T00:00:00.0004Z"), 2))));
      TestStore.done(committer.submit(command(stream, add(1))));
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static org.bson.conversions.Bson idOf(StreamId stream) {
    return Filters.eq("_id", stream.toString());
  }

  @Test
  void a_store_in_order_is_clean() {
    var report = store.audit();

    assertThat(report).isEqualTo(new StateAudit.Report(4, 12, 12, java.util.List.of()));
  }

  @Test
  void every_kind_of_difference_is_found() {
    states.updateOne(idOf(a), Updates.set("balance", 7L));
    states.updateOne(idOf(account("a-b")), Updates.set("v", 2L));
    states.deleteOne(idOf(account("a1")));
    states.insertOne(new Document("_id", "account:ghost").append("v", 1L));

    assertThat(store.audit().differences())
        .containsExactlyInAnyOrder(
            new Difference(a, "other content"),
            new Difference(account("a-b"), "state at 2, journal at 3"),
            new Difference(account("a1"), "no state, journal at 3"),
            new Difference(account("ghost"), "state without journal"));
  }

  @Test
  void a_value_that_is_not_the_fold_is_found() {
    String json = store.state(a).getString("d");
    states.updateOne(idOf(a), Updates.set("d", json.replace("\"balance\":6", "\"balance\":60")));

    assertThat(store.audit().differences()).containsExactly(new Difference(a, "other content"));
  }

  @Test
  void a_gap_in_the_journal_is_found() {
    store
        .database()
        .getCollection(JournalEntry.COLLECTION)
        .deleteOne(Filters.eq("_id", JournalEntry.id(a, 2)));

    assertThat(store.audit().differences())
        .containsExactly(new Difference(a, "journal of account:a is not dense at 3"));
  }

  @Test
  void a_state_of_an_older_shape_need_only_have_its_version() {
    var upgraded = TestStore.kinds(2);

    assertThat(new StateAudit(store.database(), upgraded).run().clean()).isTrue();
    states.updateOne(idOf(a), Updates.set("v", 9L));
    assertThat(new StateAudit(store.database(), upgraded).run().clean()).isFalse();
  }

  @Test
  void commands_beside_it_are_no_differences() {
    var answers = new ArrayList<CompletableFuture<Outcome>>();
    for (int i = 0; i < 900; i++) {
      answers.add(committer.submit(command(account("busy" + i % 7), add(1))));
    }
    int audits = 0;
    while (!answers.stream().allMatch(CompletableFuture::isDone)) {
      assertThat(store.audit().differences()).isEmpty();
      audits++;
    }
    assertThat(audits).isPositive();
    assertThat(store.audit().clean()).isTrue();
  }

  @Test
  void history_is_read_in_pages_and_does_not_mix_streams_that_begin_alike() {
    var history = new History(store.database(), TestStore.kinds(1));

    assertThat(history.events(a, AccountEvent.class, 0, 2))
        .extracting(Recorded::id)
        .containsExactly("account:a:1", "account:a:2");
    assertThat(history.events(a, AccountEvent.class, 2, 2))
        .extracting(Recorded::id)
        .containsExactly("account:a:3");
    assertThat(history.entries(a, 3, 2)).isEmpty();
  }

  @Test
  void kinds_that_lie_inside_one_another_are_refused() {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> TestStore.kinds(new AccountKind("x", 1), new AccountKind("x:name", 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
