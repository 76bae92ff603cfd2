package cn.linli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
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
  void a_user_has_the_rights_of_its_role_and_a_stranger_has_none() {
    try (var mongo = LocalMongo.temporaryWithUsers()) {
      mongo.client().getDatabase("petition").getCollection("state").insertOne(new Document());
      mongo.user("petition", "read");
      mongo.user("petition", "read");
      try (var reader = MongoClients.create(mongo.uri("petition"))) {
        var state = reader.getDatabase("petition").getCollection("state");
        assertThat(state.countDocuments()).isEqualTo(1);
        assertThatThrownBy(() -> state.insertOne(new Document()))
            .hasMessageContaining("not authorized");
      }
      try (var stranger = MongoClients.create("mongodb://127.0.0.1:" + mongo.port())) {
        assertThatThrownBy(
                () -> stranger.getDatabase("petition").getCollection("state").find().first())
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
