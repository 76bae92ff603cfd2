package cn.linli.platform.commit;

import static cn.linli.platform.commit.Accounts.account;
import static cn.linli.platform.commit.Accounts.add;
import static cn.linli.platform.commit.Accounts.command;
import static cn.linli.platform.commit.TestStore.done;
import static cn.linli.platform.commit.TestStore.get;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.local.LocalMongo;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Commits whose answer does not come, on a server of its own that is made to fail or killed. */
class UnknownOutcomeTest {

  private static LocalMongo server;
  private static MongoClient client;
  private static int databases;

  private TestStore store;
  private final StreamId a = account("a");

  @BeforeAll
  static void start() {
    server = LocalMongo.temporary();
    client =
        MongoClients.create(
            server.adminUri() + "&serverSelectionTimeoutMS=2000&appName=unknown-outcome");
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  private Committer committer(Duration retryMax, Duration unknownMax) {
    store = new TestStore(client, client.getDatabase("unknown_" + ++databases));
    return store.committer(
        TestStore.kinds(1),
        CommitterLimits.STANDARD.withTimes(retryMax, unknownMax),
        Clock.systemUTC());
  }

  @AfterEach
  void close() {
    failPoint(new Document("configureFailPoint", "failCommand").append("mode", "off"));
    store.close();
  }

  @Test
  void a_commit_that_was_not_heard_is_sent_again() {
    Committer committer = committer(Duration.ofSeconds(10), Duration.ofSeconds(10));
    done(committer.submit(command(a, add(1))));
    // The driver itself sends a commit twice; four times is beyond that.
    failCommits(4, new Document("closeConnection", true));

    var answer = done(committer.submit(command(a, add(1))));

    assertThat(answer.hit()).isFalse();
    assertThat(answer.version()).isEqualTo(2);
    assertThat(store.audit().clean()).isTrue();
  }

  @Test
  void a_commit_done_but_not_acknowledged_is_found_by_its_key() {
    Committer committer = committer(Duration.ofSeconds(10), Duration.ofSeconds(2));
    done(committer.submit(command(a, add(1))));
    var unreplicated =
        new Document(
            "writeConcernError", new Document("code", 91).append("errmsg", "stepping down"));
    failCommits(10_000, unreplicated);

    var answer = done(committer.submit(command(a, add(1))));

    assertThat(answer.hit()).isTrue();
    assertThat(answer.version()).isEqualTo(2);
    assertThat(store.state(a).get("balance")).isEqualTo(2L);
  }

  @Test
  void what_nobody_can_know_is_answered_as_unknown_and_the_stream_goes_on() {
    Committer committer = committer(Duration.ofSeconds(10), Duration.ofMillis(300));
    done(committer.submit(command(a, add(1))));
    failCommits(10_000, new Document("closeConnection", true));

    assertThat(get(committer.submit(command(a, add(1))))).isInstanceOf(Outcome.Unknown.class);

    failPoint(new Document("configureFailPoint", "failCommand").append("mode", "off"));
    var next = done(committer.submit(command(a, add(1))));
    assertThat(store.state(a).get("balance")).isEqualTo(next.version());
    assertThat(store.audit().clean()).isTrue();
  }

  @Test
  void a_transaction_aborted_by_the_server_is_tried_again() {
    Committer committer = committer(Duration.ofSeconds(10), Duration.ofSeconds(10));
    failPoint(
        new Document("configureFailPoint", "failCommand")
            .append("mode", new Document("times", 5))
            .append(
                "data",
                new Document("failCommands", List.of("insert", "update"))
                    .append("errorCode", 112)
                    .append("errorLabels", List.of("TransientTransactionError"))
                    .append("appName", "unknown-outcome")));

    assertThat(done(committer.submit(command(a, add(1)))).version()).isEqualTo(1);
  }

  @Test
  void while_the_server_is_away_everybody_is_answered_in_time() {
    Committer committer = committer(Duration.ofSeconds(2), Duration.ofSeconds(2));
    server.kill();
    var answers = new ArrayList<CompletableFuture<Outcome>>();
    for (int i = 0; i < 1_000; i++) {
      answers.add(committer.submit(command(account("s" + i), add(1))));
    }

    assertThat(answers).allMatch(answer -> get(answer) instanceof Outcome.Overloaded);

    server.restart();
    assertThat(done(committer.submit(command(a, add(1)))).version()).isEqualTo(1);
    assertThat(store.audit().commits()).isEqualTo(1);
  }

  @Test
  void nothing_acknowledged_is_lost_when_the_server_is_killed() throws Exception {
    Committer committer = committer(Duration.ofSeconds(20), Duration.ofSeconds(20));
    var answers = new ArrayList<CompletableFuture<Outcome>>();
    for (int i = 0; i < 400; i++) {
      answers.add(committer.submit(command(account("s" + i % 40), add(1))));
      if (i == 200) {
        server.kill();
      }
      Thread.sleep(1);
    }
    server.restart();

    long acknowledged = answers.stream().filter(f -> get(f) instanceof Outcome.Done).count();
    long unknown = answers.stream().filter(f -> get(f) instanceof Outcome.Unknown).count();
    var report = store.audit();
    assertThat(report.clean()).isTrue();
    assertThat(report.commits()).isBetween(acknowledged, acknowledged + unknown);
    assertThat(acknowledged).isGreaterThan(100);
  }

  private static void failCommits(int times, Document how) {
    failPoint(
        new Document("configureFailPoint", "failCommand")
            .append("mode", new Document("times", times))
            .append(
                "data",
                new Document("failCommands", List.of("commitTransaction"))
                    .append("appName", "unknown-outcome")
                    .append(how.keySet().iterator().next(), how.values().iterator().next())));
  }

  private static void failPoint(Document command) {
    client.getDatabase("admin").runCommand(command);
  }
}
