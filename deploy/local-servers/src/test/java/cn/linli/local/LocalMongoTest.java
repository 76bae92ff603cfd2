package cn.linli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMongoTest {

  @Test
  void the_shared_test_server_takes_transactions() {
    var database = LocalServers.freshDatabase("transactions");
    try (var session = LocalServers.mongo().client().startSession()) {
      session.withTransaction(() -> {
        database.getCollection("a").insertOne(session, new Document("_id", 1));
        database.getCollection("b").insertOne(session, new Document("_id", 1));
        return "";
      });
    }
    assertThat(database.getCollection("b").countDocuments()).isEqualTo(1);
  }

  @Test
  void each_fresh_database_is_another_one() {
    var one = LocalServers.freshDatabase("same");
    var two = LocalServers.freshDatabase("same");
    one.getCollection("a").insertOne(new Document("_id", 1));
    assertThat(two.getCollection("a").countDocuments()).isZero();
  }

  @Test
  void a_killed_server_comes_back_with_its_data() {
    try (var mongo = LocalMongo.temporary()) {
      var things = mongo.freshDatabase("kept").getCollection("things");
      things.insertOne(new Document("_id", 1));
      mongo.kill();
      assertThat(mongo.isRunning()).isFalse();
      mongo.restart();
      assertThat(things.countDocuments()).isEqualTo(1);
      things.insertOne(new Document("_id", 2));
    }
  }

  @Test
  void a_paused_server_answers_after_it_goes_on() {
    try (var mongo = LocalMongo.temporary()) {
      var things = mongo.freshDatabase("paused").getCollection("things");
      mongo.pause();
      var writer = Thread.ofVirtual().start(() -> things.insertOne(new Document("_id", 1)));
      await().during(Duration.ofMillis(300)).until(writer::isAlive);
      mongo.resume();
      await().until(() -> !writer.isAlive());
      assertThat(things.countDocuments()).isEqualTo(1);
    }
  }

  @Test
  void a_service_adds_to_its_journal_and_never_changes_it() {
    try (var mongo = LocalMongo.temporaryWithUsers()) {
      mongo.grant("petition", Set.of("state"));
      mongo.grant("petition", Set.of("state", "journal", "vault"));
      try (var service = MongoClients.create(mongo.uri("petition"))) {
        var database = service.getDatabase("petition");
        var journal = database.getCollection("journal");
        journal.insertOne(new Document("_id", "p1:1"));
        assertThat(journal.find().first()).containsEntry("_id", "p1:1");
        assertThatThrownBy(() -> journal.updateOne(Filters.eq("p1:1"), Updates.set("e", 1)))
            .hasMessageContaining("not authorized");
        assertThatThrownBy(() -> journal.deleteOne(Filters.eq("p1:1")))
            .hasMessageContaining("not authorized");
        assertThatThrownBy(journal::drop).isInstanceOf(MongoCommandException.class);
        database.getCollection("vault").insertOne(new Document("_id", 1));
        database.getCollection("vault").deleteOne(Filters.eq(1));
        assertThatThrownBy(
                () -> service.getDatabase("mediation").getCollection("state").find().first())
            .hasMessageContaining("not authorized");
        try (var changes = database.watch().cursor()) {
          journal.insertOne(new Document("_id", "p1:2"));
          assertThat(changes.next().getDocumentKey()).hasToString("{\"_id\": \"p1:2\"}");
        }
      }
      try (var stranger = MongoClients.create("mongodb://127.0.0.1:" + mongo.port())) {
        assertThatThrownBy(
                () -> stranger.getDatabase("petition").getCollection("journal").find().first())
            .hasMessageContaining("requires authentication");
      }
    }
  }

  @Test
  void a_second_start_takes_over_the_running_server_or_its_data_even_on_another_port(
      @TempDir Path folder) throws Exception {
    var first = LocalMongo.start(folder, 0);
    first.client().getDatabase("x").getCollection("y").insertOne(new Document("_id", 1));
    var second = LocalMongo.start(folder, 0);
    try {
      assertThat(second.pid()).isEqualTo(first.pid());
      second.kill();
      var third = LocalMongo.start(folder, Ports.free());
      try {
        assertThat(third.port()).isNotEqualTo(second.port());
        assertThat(third.client().getDatabase("x").getCollection("y").countDocuments())
            .isEqualTo(1);
        third.client().getDatabase("x").getCollection("y").insertOne(new Document("_id", 2));
        assertThat(
                PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(folder.resolve("secrets/passwords.seed"))))
            .isEqualTo("rw-------");
      } finally {
        third.stop();
      }
      assertThat(third.isRunning()).isFalse();
    } finally {
      second.stop();
      first.stop();
    }
  }

  @Test
  void a_kept_server_that_dies_is_started_again() {
    try (var mongo = LocalMongo.temporary()) {
      mongo.keepRunning(told -> {});
      var pid = mongo.pid();
      mongo.kill();
      await().atMost(Duration.ofSeconds(20)).until(() -> mongo.isRunning() && mongo.pid() != pid);
      mongo.freshDatabase("after").getCollection("y").insertOne(new Document("_id", 1));
    }
  }

  @Test
  void a_full_disk_is_refused_and_history_grows_with_the_room() {
    assertThatThrownBy(() -> OplogHours.forFreeGigabytes(2, Path.of("data")))
        .hasMessageContaining("2 GB free");
    assertThat(OplogHours.forFreeGigabytes(5, Path.of("data"))).isEqualTo(4);
    assertThat(OplogHours.forFreeGigabytes(100, Path.of("data"))).isEqualTo(72);
  }
}
