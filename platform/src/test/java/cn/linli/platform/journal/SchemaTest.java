package cn.linli.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.linli.local.LocalServers;
import cn.linli.platform.journal.Schema.Index;
import cn.linli.platform.journal.Schema.Part;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class SchemaTest {

  private static final Document BY_STREET = new Document("street", 1).append("received", -1);

  private final MongoDatabase database = LocalServers.freshDatabase("schema");
  private final Schema schema =
      new Schema(List.of(new Part("state", List.of(Index.on(BY_STREET))), part("notes")));

  private static Part part(String name) {
    return new Part(name, List.of());
  }

  @Test
  void what_was_migrated_passes_the_check_also_after_a_second_migration() {
    schema.migrate(database);
    schema.migrate(database);

    assertThatCode(() -> schema.check(database)).doesNotThrowAnyException();
    assertThat(schema.collections())
        .containsExactlyInAnyOrder("journal", "state", "vault", "beat", "lease", "notes");
  }

  @Test
  void an_empty_database_is_refused_with_everything_that_is_missing() {
    assertThatThrownBy(() -> schema.check(database))
        .isInstanceOf(StoreNotReady.class)
        .hasMessageContaining("collection journal")
        .hasMessageContaining("collection notes")
        .hasMessageContaining("migration");
  }

  @Test
  void a_missing_index_is_named() {
    schema.migrate(database);
    database.getCollection("state").dropIndex(BY_STREET);

    assertThatThrownBy(() -> schema.check(database))
        .isInstanceOf(StoreNotReady.class)
        .hasMessageContaining("index {\"street\": 1, \"received\": -1} of state");
  }

  @Test
  void an_index_on_the_same_fields_that_is_not_unique_is_not_the_guard() {
    new Schema(List.of()).migrate(database);
    var guard = new Document("s", 1).append("c", 1);
    database.getCollection("journal").dropIndex(guard);
    database.getCollection("journal").createIndex(guard);

    assertThatThrownBy(() -> new Schema(List.of()).check(database))
        .isInstanceOf(StoreNotReady.class)
        .hasMessageContaining("of journal");
  }

  @Test
  void the_test_server_is_one_the_design_stands_on() {
    assertThatCode(() -> ServerCheck.require(LocalServers.mongo().client()))
        .doesNotThrowAnyException();
  }

  @Test
  void a_server_that_lacks_what_is_needed_is_refused_in_one_sentence() {
    var hello = new Document("maxWireVersion", 17);
    assertThatThrownBy(() -> ServerCheck.verify(hello))
        .isInstanceOf(StoreNotReady.class)
        .hasMessageContaining("no replica set")
        .hasMessageContaining("--replSet");
    assertThatThrownBy(() -> ServerCheck.verify(new Document(hello).append("msg", "isdbgrid")))
        .hasMessageContaining("sharded");
    var old = new Document("maxWireVersion", 13).append("setName", "linli");
    assertThatThrownBy(() -> ServerCheck.verify(old)).hasMessageContaining("older than 6.0");
  }
}
