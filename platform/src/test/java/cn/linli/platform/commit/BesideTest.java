package cn.linli.platform.commit;

import static cn.linli.platform.commit.Accounts.account;
import static cn.linli.platform.commit.Accounts.add;
import static cn.linli.platform.commit.Accounts.command;
import static cn.linli.platform.commit.Accounts.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands or falls with a command outside of journal and state. */
class BesideTest {

  private static final StreamId A = account("a");

  private TestStore store;
  private Committer committer;

  @BeforeEach
  void open() {
    store = new TestStore();
    committer = store.committer();
    store.database().getCollection("files").insertOne(new Document("_id", "f1").append("w", 1));
    store.database().getCollection("vault").insertOne(new Document("_id", "a.old"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void an_accepted_command_brings_it_and_a_refused_one_does_not() throws Exception {
    var drop =
        new Beside("files", new UpdateOneModel<>(Filters.eq("_id", "f1"), Updates.unset("w")));
    assertThat(answer(with(command(A, take(5)), drop))).isInstanceOf(Outcome.Refused.class);
    assertThat(file().containsKey("w")).isTrue();

    assertThat(answer(with(command(A, add(1)), drop))).isInstanceOf(Outcome.Done.class);
    assertThat(file().containsKey("w")).isFalse();
    assertThat(answer(with(command(A, add(1)), drop))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void vault_documents_come_with_the_commit_or_not_at_all() throws Exception {
    var accepted = with(command(A, add(1)), List.of(), List.of(new Document("_id", "a.one")));
    var refused = with(command(A, take(100)), List.of(), List.of(new Document("_id", "a.two")));

    assertThat(answer(accepted)).isInstanceOf(Outcome.Done.class);
    assertThat(answer(refused)).isInstanceOf(Outcome.Refused.class);

    assertThat(store.database().getCollection("vault").find().map(d -> d.get("_id")))
        .containsExactlyInAnyOrder("a.old", "a.one");
  }

  @Test
  void it_comes_before_what_the_command_puts_into_the_vault() throws Exception {
    var all = new Beside("vault", new DeleteManyModel<>(Filters.gt("_id", "a.")));
    var erasing = with(command(A, add(1)), List.of(all), List.of(new Document("_id", "a.new")));

    assertThat(answer(erasing)).isInstanceOf(Outcome.Done.class);

    assertThat(store.database().getCollection("vault").find().map(d -> d.get("_id")))
        .containsExactly("a.new");
  }

  @Test
  void one_that_can_t_be_written_harms_its_own_command_only() throws Exception {
    var taken = new Beside("files", new InsertOneModel<>(new Document("_id", "f1")));
    var answers = new ArrayList<CompletableFuture<Outcome>>();
    for (int i = 0; i < 20; i++) {
      answers.add(committer.submit(command(account("other" + i), add(1))));
      if (i == 7) {
        answers.addFirst(committer.submit(with(command(A, add(1)), taken)));
      }
    }

    assertThat(answers.getFirst().get(20, TimeUnit.SECONDS)).isInstanceOf(Outcome.Broken.class);
    for (var answer : answers.subList(1, answers.size())) {
      assertThat(answer.get(20, TimeUnit.SECONDS)).isInstanceOf(Outcome.Done.class);
    }
    assertThat(store.audit().clean()).isTrue();
  }

  @Test
  void journal_and_states_are_the_committer_s_alone() {
    for (var collection : List.of(JournalEntry.COLLECTION, StateStore.COLLECTION)) {
      assertThatThrownBy(
              () -> new Beside(collection, new DeleteManyModel<>(Filters.eq("_id", "a"))))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private Document file() {
    return store.database().getCollection("files").find(Filters.eq("_id", "f1")).first();
  }

  private Outcome answer(Command command) throws Exception {
    return committer.submit(command).get(20, TimeUnit.SECONDS);
  }

  private static Command with(Command command, Beside beside) {
    return with(command, List.of(beside), List.of());
  }

  static Command with(Command command, List<Beside> besides, List<Document> vault) {
    return new Command(
        command.id(),
        command.keyed(),
        command.inputHash(),
        command.streams(),
        command.expectedVersion(),
        command.by(),
        command.correlation(),
        command.causation(),
        command.status(),
        besides,
        vault,
        command.rule(),
        false);
  }
}
