package cn.linli.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.linli.local.LocalServers;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceRoleTest {

  private final MongoDatabase asAdministrator = LocalServers.freshDatabase("rights");
  private final String name = asAdministrator.getName();
  private MongoClient client;
  private MongoDatabase asService;

  @BeforeEach
  void connect() {
    new Schema(List.of()).migrate(asAdministrator);
    ServiceRole.update(asAdministrator);
    LocalServers.mongo().user(name, ServiceRole.NAME);
    client = MongoClients.create(LocalServers.mongo().uri(name));
    asService = client.getDatabase(name);
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Test
  void a_service_adds_to_its_journal_and_never_changes_it() {
    var journal = asService.getCollection("journal");
    journal.insertOne(line(1));
    assertThat(journal.find().first()).containsEntry("_id", "p:1");
    unauthorized(() -> journal.updateOne(Filters.eq("p:1"), Updates.set("e", 1)));
    unauthorized(() -> journal.deleteOne(Filters.eq("p:1")));
    unauthorized(journal::drop);
    try (var changes = asService.watch().cursor()) {
      journal.insertOne(line(2));
      assertThat(changes.next().getDocumentKey()).hasToString("{\"_id\": \"p:2\"}");
    }
  }

  @Test
  void it_writes_the_other_collections_of_its_own_database() {
    var state = asService.getCollection("state");
    state.insertOne(new Document("_id", 1));
    state.updateOne(Filters.eq(1), Updates.set("v", 2));
    state.deleteOne(Filters.eq(1));
    unauthorized(() -> asService.getCollection("unknown").insertOne(new Document()));
    unauthorized(() -> client.getDatabase("admin").getCollection("state").find().first());
  }

  @Test
  void a_collection_of_a_later_version_is_writable_after_its_migration() {
    asAdministrator.createCollection("later");
    unauthorized(() -> asService.getCollection("later").insertOne(new Document()));

    ServiceRole.update(asAdministrator);

    asService.getCollection("later").insertOne(new Document());
  }

  @Test
  void whoever_may_do_more_to_the_journal_is_found_out() {
    assertThat(ServiceRole.excess(asService)).isEmpty();
    assertThat(ServiceRole.excess(asAdministrator)).contains("remove", "update");
    LocalServers.mongo().user(name, "readWrite");
    try (var careless = MongoClients.create(LocalServers.mongo().uri(name))) {
      assertThat(ServiceRole.excess(careless.getDatabase(name))).contains("remove", "update");
    }
  }

  private static Document line(int version) {
    return new Document("_id", "p:" + version).append("s", "p").append("c", "c" + version);
  }

  private static void unauthorized(ThrowingCallable attempt) {
    assertThatThrownBy(attempt).hasMessageContaining("not authorized");
  }
}
