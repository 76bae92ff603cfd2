package cn.linli.petition.casework;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.local.LocalServers;
import cn.linli.petition.PetitionStore;
import com.mongodb.ExplainVerbosity;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** A desk is put in order by the index of work lists alone; only what it shows is read. */
class DeskPlanTest {

  private static final int STORED = 3_000;
  private static final int WAITING = 60;

  @Test
  void a_desk_is_sorted_without_reading_a_document() {
    var database = LocalServers.freshDatabase("deskplan");
    PetitionStore.migrate(database);
    var states = database.getCollection("state");
    String list = ListFields.open("property-company");
    var all = new ArrayList<Document>();
    for (int n = 0; n < STORED; n++) {
      boolean waits = n % (STORED / WAITING) == 0;
      all.add(
          new Document("_id", "petition:%026d".formatted(n))
              .append(ListFields.RECEIVED, new Date(n * 1_000L))
              .append(ListFields.ANSWER_BY, new Date((STORED - n) * 1_000L))
              .append(ListFields.MINE, waits ? List.of("a", list) : List.of("a")));
    }
    states.insertMany(all);
    var waiting =
        Filters.and(
            Filters.eq(ListFields.MINE, list), Filters.nin(ListFields.ACCUSED, List.of("mark")));
    var pipeline = PetitionStates.longestWaiting(waiting, 100);
    String plan = states.aggregate(pipeline).explain(ExplainVerbosity.EXECUTION_STATS).toJson();
    assertThat(plan)
        .contains("m_1_r_1")
        .contains("\"totalKeysExamined\": " + WAITING)
        .contains("\"totalDocsExamined\": 0")
        .doesNotContain("COLLSCAN");
    var found = states.aggregate(pipeline).into(new ArrayList<>());
    assertThat(found).hasSize(WAITING);
    assertThat(found.getFirst().getString("_id")).isEqualTo("petition:%026d".formatted(2_950));
  }
}
