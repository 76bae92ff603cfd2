package cn.linli.platform.threads;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.local.LocalServers;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.commit.TestStore;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.journal.History;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
            List.of(new JournalEntry.Encoded("cn.linli.petition.SentBack.v1", "{}")),
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

  private ThreadRoutes routes(ThreadAccess access) {
    return new ThreadRoutes(database, new History(database, TestStore.kinds(1)), access);
  }

  private static Optional<String> everybody(Caller caller, StreamId stream) {
    return Optional.of("/" + stream.key());
  }

  @Test
  void a_thread_is_what_was_done_under_its_id_and_what_became_of_what_it_opened() {
    committed("petition:opened", 1, 1, "c1");
    committed("petition:opened", 2, 3, "later");
    committed("petition:older", 1, 0, "earlier");
    committed("petition:older", 2, 2, "c1");
    committed("petition:older", 3, 4, "later");

    var thread = routes(ThreadRoutesTest::everybody).thread("c1", auditor);

    assertThat(thread.items())
        .extracting(item -> item.resource() + " " + item.sequence() + " " + item.what())
        .containsExactly("/opened 1 sent-back", "/older 2 sent-back", "/opened 2 sent-back");
    assertThat(thread.items())
        .allSatisfy(item -> assertThat(item.by()).isEqualTo("grid-worker@370602003006001"));
  }

  @Test
  void what_a_caller_may_not_read_is_not_there() {
    committed("petition:open", 1, 1, "c2");
    committed("petition:closed", 1, 2, "c2");
    ThreadAccess one =
        (caller, stream) -> everybody(caller, stream).filter(_ -> stream.key().equals("open"));

    assertThat(routes(one).thread("c2", auditor).items())
        .extracting(ThreadItem::resource)
        .containsExactly("/open");
    assertThat(routes((_, _) -> Optional.empty()).thread("c2", auditor)).isNull();
    assertThat(routes(ThreadRoutesTest::everybody).thread("c3", auditor)).isNull();
  }

  @Test
  void a_thread_is_found_by_an_index() {
    var plan =
        database.getCollection(JournalEntry.COLLECTION).find(Filters.eq("cor", "c3")).explain();
    assertThat(plan.toJson()).contains("IXSCAN");
  }
}
