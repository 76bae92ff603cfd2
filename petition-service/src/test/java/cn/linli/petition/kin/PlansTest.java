package cn.linli.petition.kin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.local.LocalServers;
import cn.linli.petition.PetitionStore;
import cn.linli.petition.casework.ListFields;
import cn.linli.petition.casework.Order;
import com.mongodb.ExplainVerbosity;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the lists that must stay quick read: an index in its own order, and no more than a page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlansTest {

  private static final Instant NOW = Instant.parse("2026-01-05T02:00:00Z");
  private static final String COMMUNITY = "370602003006";
  private static final int STORED = 6_000;
  private static final int OPEN_ONE_IN = 50;

  private MongoCollection<Document> states;

  @BeforeAll
  void fill() {
    MongoDatabase database = LocalServers.freshDatabase("plans");
    PetitionStore.migrate(database);
    states = database.getCollection("state");
    var all = new ArrayList<Document>();
    for (int n = 0; n < STORED; n++) {
      boolean open = n % OPEN_ONE_IN == 0;
      String category = n % 2 == 0 ? "noise" : "parking";
      var places = new ArrayList<>(List.of("370602", "370602003", COMMUNITY));
      var mine = new ArrayList<>(List.of("hotline-operator@3706#one", "property-company"));
      if (open) {
        mine.add(ListFields.open("property-company"));
        places.add(ListFields.visits(COMMUNITY));
      }
      all.add(
          new Document("_id", "petition:%026d".formatted(n))
              .append(ListFields.RECEIVED, Date.from(NOW.minus(Duration.ofHours(n))))
              .append(ListFields.DIVISION, COMMUNITY)
              .append(ListFields.CATEGORY, category)
              .append(ListFields.PLACES, places)
              .append(ListFields.MINE, mine)
              .append(ListFields.KIN, List.of("370602003", ListFields.kin(COMMUNITY, category)))
              .append(ListFields.SKETCH, new Binary(new byte[128])));
    }
    states.insertMany(all);
  }

  private static Document stats(FindIterable<Document> find) {
    return find.explain(ExplainVerbosity.EXECUTION_STATS).get("executionStats", Document.class);
  }

  private static String plan(FindIterable<Document> find) {
    return find.explain(ExplainVerbosity.QUERY_PLANNER)
        .get("queryPlanner", Document.class)
        .get("winningPlan", Document.class)
        .toJson();
  }

  private static void readsAtMost(FindIterable<Document> find, int documents, String index) {
    assertThat(plan(find)).contains(index).doesNotContain("COLLSCAN").doesNotContain("\"SORT\"");
    assertThat(stats(find).getInteger("totalDocsExamined")).isBetween(1, documents);
    assertThat(stats(find).getInteger("totalKeysExamined")).isBetween(1, documents + 1);
  }

  @Test
  void what_is_like_a_request_looks_at_400_keys_and_reads_no_document() {
    looksAtKeysOnly("noise");
    looksAtKeysOnly(null);
  }

  private void looksAtKeysOnly(@Nullable String category) {
    var sketch = new Binary(new byte[128]);
    var question = new Neighbourhood.Question(sketch, COMMUNITY, category, NOW, Set.of(), null);
    var find =
        states
            .find(Neighbourhood.filter(question))
            .projection(Neighbourhood.WHAT_IS_COMPARED)
            .sort(Sorts.descending(ListFields.RECEIVED))
            .limit(Neighbourhood.EXAMINED_MAX);
    assertThat(plan(find)).contains("kn_1_r_1").contains("PROJECTION_COVERED");
    assertThat(stats(find).getInteger("totalDocsExamined")).isZero();
    assertThat(stats(find).getInteger("totalKeysExamined"))
        .isBetween(1, Neighbourhood.EXAMINED_MAX + 1);
    assertThat(find.first()).containsKey(ListFields.SKETCH);
  }

  @Test
  void a_work_list_reads_a_page_whatever_its_house_has_answered() {
    var work =
        Filters.and(
            Filters.gt(ListFields.RECEIVED, new Date(0)),
            Filters.eq(ListFields.MINE, ListFields.open("property-company")));
    readsAtMost(
        states.find(work).sort(Sorts.ascending(ListFields.RECEIVED, "_id")).limit(51),
        51,
        "m_1_r_1");
  }

  /** Front offices look at the newest first: the same index, read from its other end. */
  @Test
  void the_newest_first_reads_a_page_of_the_same_indexes() {
    var newest = Sorts.descending(ListFields.RECEIVED, "_id");
    var all = Filters.gt(ListFields.RECEIVED, new Date(0));
    var after = Order.NEWEST.beyond(NOW.minus(Duration.ofHours(3_000)), "%026d".formatted(3_000));
    var place = Filters.eq(ListFields.PLACES, COMMUNITY);
    var work = Filters.eq(ListFields.MINE, ListFields.open("property-company"));
    readsAtMost(states.find(Filters.and(all, place)).sort(newest).limit(51), 51, "pl_1_r_1");
    readsAtMost(states.find(Filters.and(all, place, after)).sort(newest).limit(51), 52, "pl_1_r_1");
    readsAtMost(states.find(Filters.and(all, work)).sort(newest).limit(51), 51, "m_1_r_1");
    readsAtMost(states.find(Filters.and(all, work, after)).sort(newest).limit(51), 52, "m_1_r_1");
    assertThat(plan(states.find(Filters.and(all, after)).sort(newest).limit(51)))
        .contains("r_1__id_1")
        .doesNotContain("COLLSCAN")
        .doesNotContain("\"SORT\"");
  }

  @Test
  void a_list_of_visits_reads_a_page_whatever_was_asked_already() {
    var visits =
        Filters.and(
            Filters.eq(ListFields.PLACES, ListFields.visits(COMMUNITY)),
            Filters.gt(ListFields.RECEIVED, new Date(0)));
    readsAtMost(
        states.find(visits).sort(Sorts.ascending(ListFields.RECEIVED, "_id")).limit(51),
        51,
        "pl_1_r_1");
  }
}
