package cn.linli.timebank;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The service itself, with all its code replaced, could not change what is written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeastRightsTest {

  private static final int UNAUTHORIZED = 13;

  private Server server;
  private MongoDatabase asService;
  private MongoCollection<Document> journal;

  @BeforeAll
  void start() {
    server = new Server("bank-rights");
    String account = server.opened("resident@" + Server.COMMUNITY + "/li");
    server.granted(account, 60);
    asService = server.bean(MongoClient.class).getDatabase(server.database().getName());
    journal = asService.getCollection("journal");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void noLineCanBeChanged() {
    unauthorized(() -> journal.updateOne(Filters.exists("_id"), Updates.set("by", "x")));
    unauthorized(() -> journal.replaceOne(Filters.exists("_id"), new Document("s", "x")));
    unauthorized(() -> journal.findOneAndUpdate(Filters.exists("_id"), Updates.set("by", "x")));
  }

  @Test
  void noLineCanBeRemoved() {
    unauthorized(() -> journal.deleteOne(Filters.exists("_id")));
    unauthorized(() -> journal.findOneAndDelete(Filters.exists("_id")));
    unauthorized(() -> journal.drop());
    unauthorized(() -> asService.drop());
    unauthorized(() -> asService.runCommand(new Document("renameCollection", "journal")));
    unauthorized(() ->
        asService
            .getCollection("state")
            .aggregate(java.util.List.of(new Document("$out", "journal")))
            .toCollection());
    unauthorized(() ->
        asService.runCommand(new Document("collMod", "journal").append("validationLevel", "off")));
  }

  private static void unauthorized(Runnable wish) {
    assertThatThrownBy(wish::run)
        .isInstanceOf(MongoException.class)
        .satisfies(e ->
            org.assertj.core.api.Assertions.assertThat(((MongoException) e).getCode())
                .isIn(UNAUTHORIZED, 73)); // 73: renaming is only for administrators
  }
}
