package cn.linli.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.events.config.ConfigEvent;
import cn.linli.local.LocalServers;
import cn.linli.platform.calendar.SpecialDay;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.config.tables.AdmissionList;
import cn.linli.platform.config.tables.CalendarTable;
import cn.linli.platform.config.tables.CategoryCsv;
import cn.linli.platform.config.tables.CategoryTree;
import cn.linli.platform.config.tables.ConfigName;
import cn.linli.platform.config.tables.ConfigTable;
import cn.linli.platform.config.tables.ShippedTables;
import cn.linli.platform.division.DivisionCode;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.io.StringReader;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ConfigurationTest {

  private final Configuration configuration = new Configuration();
  private final ConfigKind kind = new ConfigKind();

  @Test
  void whatNobodySetIsShipped() {
    for (var name : ConfigName.values()) {
      assertThat(configuration.find(name, "370602003006"))
          .isEqualTo(new TablesInForce.Found(ShippedTables.of(name), "shipped", 0));
    }
    assertThat(configuration.table(AdmissionList.class, "unknown").restricted()).isFalse();
  }

  @Test
  void theNearestAncestorsTableHolds() {
    set(admitting("parking"), "6202", 1);
    set(admitting("noise"), "620201002", 1);
    assertThat(items("620201002012")).containsExactly("noise");
    assertThat(items("620201002")).containsExactly("noise");
    assertThat(items("620201001")).containsExactly("parking");
    assertThat(items("620200")).containsExactly("parking");
    assertThat(items("620201")).containsExactly("parking");
    assertThat(items("6207")).isEmpty();
  }

  @Test
  void aTableOfTheVirtualDistrictHoldsForItsCityToo() {
    set(admitting("noise"), "620201", 1);
    assertThat(items("6202")).containsExactly("noise");
  }

  @Test
  void anOlderVersionThatComesLateChangesNothing() {
    set(admitting("noise"), "3706", 2);
    set(admitting("parking"), "3706", 1);
    assertThat(items("3706")).containsExactly("noise");
    assertThat(configuration.version(ConfigName.ADMISSION_LISTS, DivisionCode.of("3706")))
        .isEqualTo(2);
  }

  @Test
  void aTableThatThisVersionFindsIncompleteStaysOutOfForce() {
    set(new AdmissionList(true, List.of(), null, "empty"), "3706", 1);
    assertThat(configuration.find(ConfigName.ADMISSION_LISTS, "3706").from()).isEqualTo("shipped");
  }

  @Test
  void aPlaceHasItsOwnWorkingDays() {
    var local = LocalDate.of(2026, 8, 10);
    set(
        new CalendarTable(
            List.of(new SpecialDay(local, SpecialDay.Kind.OFF, "local")), 0, "autonomous county"),
        "620721",
        1);
    assertThat(configuration.calendar("620721100001").isWorkingDay(local)).isFalse();
    assertThat(configuration.calendar("620701").isWorkingDay(local)).isTrue();
    assertThat(configuration.calendar("620721")).isSameAs(configuration.calendar("620721100001"));
  }

  @Test
  void aTableSetByAnotherInstanceIsInForceWithinTwoSeconds() {
    MongoDatabase database = LocalServers.freshDatabase("config");
    store(database, admitting("parking"), "3706", 1);
    try (var refresh = new ConfigRefresh(database, configuration).start()) {
      assertThat(refresh).isNotNull();
      assertThat(items("3706")).containsExactly("parking");
      store(database, admitting("noise"), "3706", 2);
      store(database, admitting("water"), "370602", 1);
      await()
          .atMost(Duration.ofSeconds(2))
          .untilAsserted(() -> {
            assertThat(items("3706")).containsExactly("noise");
            assertThat(items("370602003")).containsExactly("water");
          });
    }
  }

  @Test
  void theTaxonomyOf517RowsImportsWhole() throws Exception {
    var csv = SharedData.file("category-taxonomy.csv");
    CategoryTree tree;
    try (var reader = Files.newBufferedReader(csv)) {
      tree = CategoryCsv.read(reader);
    }
    assertThat(tree.flaws()).isEmpty();
    try (var lines = Files.lines(csv)) {
      assertThat(tree.categories().stream().filter(c -> tree.isLeaf(c.code())).count())
          .isEqualTo(lines.skip(1).distinct().count());
    }
    assertThat(tree.children(null)).hasSizeBetween(10, 20);
    var again = new Configuration();
    again.learn(new StreamId("config", "categories@3706"), state(tree, "3706"), 1);
    assertThat(again.table(CategoryTree.class, "370602")).isEqualTo(tree);
  }

  @Test
  void aTreeWithCodesImportsAsItIs() {
    var tree =
        CategoryCsv.read(
            new StringReader("code,parent,zh,en\nhome,,家,Home\nheat,home,暖,\nheat,home,暖,Heat\n"));
    assertThat(tree.path("heat")).containsExactly("heat", "home");
    assertThat(tree.find("heat").orElseThrow().en()).isEqualTo("暖");
    assertThat(tree.flaws()).extracting("field").containsExactly("categories[2].code");
  }

  private List<String> items(String division) {
    return configuration.table(AdmissionList.class, division).items();
  }

  private static AdmissionList admitting(String category) {
    return new AdmissionList(true, List.of(category), null, "test");
  }

  private void set(ConfigTable table, String division, long version) {
    ConfigState state = state(table, division);
    configuration.learn(new StreamId("config", state.config() + "@" + division), state, version);
  }

  /** Through the event, as the committer does it. */
  private ConfigState state(ConfigTable table, String division) {
    var json = TableJson.of(table);
    String name = ConfigName.of(table.getClass()).wire();
    var event = new ConfigEvent.TableSet(name, division, TableJson.sha256(json), json);
    return kind.evolve(kind.initial(), event, Instant.EPOCH, "admin@3706#x");
  }

  /** As the committer stores a state: version and the state's JSON. */
  private void store(MongoDatabase database, ConfigTable table, String division, long version) {
    ConfigState state = state(table, division);
    String id = "config:" + state.config() + "@" + division;
    database
        .getCollection("state")
        .replaceOne(
            new Document("_id", id),
            new Document("_id", id)
                .append("v", version)
                .append("d", JsonMapper.builder().build().writeValueAsString(state)),
            new ReplaceOptions().upsert(true));
  }
}
