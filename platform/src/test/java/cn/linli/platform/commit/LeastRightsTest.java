package cn.linli.platform.commit;

import static cn.linli.platform.commit.Accounts.account;
import static cn.linli.platform.commit.Accounts.add;
import static cn.linli.platform.commit.Accounts.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.linli.local.LocalMongo;
import cn.linli.platform.journal.ServerCheck;
import cn.linli.platform.lease.Lease;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service's own database user can do its work, and can't rewrite what has happened. */
class LeastRightsTest {

  private static LocalMongo server;
  private static TestStore store;

  @BeforeAll
  static void start() {
    server = LocalMongo.temporaryWithUsers();
    store = TestStore.withLeastRights(server, "accounts");
  }

  @AfterAll
  static void stop() {
    store.close();
    store.client().close();
    server.close();
  }

  @Test
  void it_starts_commits_leads_and_audits() {
    ServerCheck.require(store.client());
    assertThatCode(() -> TestStore.schema().check(store.database())).doesNotThrowAnyException();
    Committer committer = store.committer();

    var vault = CommitterTest.withVault(command(account("a"), add(1)), "a-secret");
    TestStore.done(committer.submit(vault));
    TestStore.done(committer.submit(command(account("a"), add(1))));

    assertThat(new Lease(store.database(), "timers", "me", Lease.DEFAULT_TTL).tryAcquire())
        .isPresent();
    assertThat(store.audit().clean()).isTrue();
  }

  @Test
  void it_can_neither_change_nor_delete_nor_drop_what_is_in_the_journal() {
    TestStore.done(store.committer().submit(command(account("b"), add(1))));
    MongoCollection<Document> journal = store.database().getCollection("journal");
    var entry = Filters.eq("_id", JournalEntry.id(account("b"), 1));

    assertThatThrownBy(() -> journal.updateOne(entry, Updates.set("by", "somebody else")))
        .isInstanceOf(MongoException.class)
        .hasMessageContaining("not authorized");
    assertThatThrownBy(() -> journal.deleteOne(entry)).hasMessageContaining("not authorized");
    assertThatThrownBy(journal::drop).isInstanceOf(MongoCommandException.class);
    assertThat(journal.countDocuments(entry)).isEqualTo(1);
  }
}
