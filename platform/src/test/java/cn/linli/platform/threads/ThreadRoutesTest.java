package cn.linli.platform.threads;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.local.LocalServers;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.commit.TestStore;
import cn.linli.platform.division.DivisionCode;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadRoutesTest {

  private static final Instant T0 = Instant.parse("2026-01-05T02:00:00Z");

  private final MongoDatabase database = LocalServers.freshDatabase("threads");
  private final Caller auditor = new Caller("mark", Role.AUDITOR, DivisionCode.of("3706"), null);

  ThreadRoutesTest() {
    TestStore.schema().migrate(database);
  }

  private void committed(String stream, long version, int second, String correlation) {
    var id = StreamId.parse(stream);
    var entry =
        new JournalEntry(
            id,
            version,
            version,
            List.of(new JournalEntry.Encoded("cn.linli.petition.Noted.v1", "{}")),
            "command-" + stream + version,
            "h",
            200,
            id,
            "grid-worker@370602003006001#secret-mark",
            T0.plusSeconds(second),
            correlation,
            "cause");
    database.getCollection(JournalEntry.COLLECTION).insertOne(entry.toDocument());
  }

  @Test
  void a_thread_is_everything_under_its_correlation_in_order_without_persons() {
    committed("petition:b", 1, 2, "c1");
    committed("petition:a", 1, 1, "c1");
    committed("petition:a", 2, 3, "c1");
    committed("petition:a", 3, 4, "other");

    var thread = new ThreadRoutes(database, (caller, stream) -> true).thread("c1", auditor);

    assertThat(thread.items())
        .extracting(item -> item.stream() + "/" + item.version())
        .containsExactly("petition:a/1", "petition:b/1", "petition:a/2");
    assertThat(thread.items())
        .allSatisfy(item -> assertThat(item.by()).isEqualTo("grid-worker@370602003006001"));
  }

  @Test
  void what_a_caller_may_not_read_is_not_there() {
    committed("petition:open", 1, 1, "c2");
    committed("petition:closed", 1, 2, "c2");

    var thread =
        new ThreadRoutes(database, (caller, stream) -> stream.key().equals("open"))
            .thread("c2", auditor);

    assertThat(thread.items()).extracting(ThreadItem::stream).containsExactly("petition:open");
  }

  @Test
  void a_thread_is_found_by_an_index() {
    var plan =
        database.getCollection(JournalEntry.COLLECTION).find(Filters.eq("cor", "c3")).explain();
    assertThat(plan.toJson()).contains("IXSCAN");
  }
}
