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

/** A desk reads what waits for it and nothing else, in the index of work lists. */
class DeskPlanTest {

  private static final int STORED = 3_000;
  private static final int WAITING = 60;

  @Test
  void a_desk_reads_only_what_waits() {
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
              .append(ListFields.MINE, waits ? List.of("a", list) : List.of("a")));
    }
    states.insertMany(all);
    var pipeline = PetitionStates.longestWaiting(Filters.eq(ListFields.MINE, list), 100);
    String plan = states.aggregate(pipeline).explain(ExplainVerbosity.EXECUTION_STATS).toJson();
    assertThat(plan)
        .contains("m_1_r_1")
        .contains("\"totalDocsExamined\": " + WAITING)
        .doesNotContain("COLLSCAN");
    assertThat(states.aggregate(pipeline).into(new ArrayList<>())).hasSize(WAITING);
  }
}
