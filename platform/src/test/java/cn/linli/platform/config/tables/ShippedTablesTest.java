package cn.linli.platform.config.tables;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.Urgency;
import cn.linli.platform.calendar.Term;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ShippedTablesTest {

  private final JsonMapper mapper = JsonMapper.builder().build();

  @ParameterizedTest
  @EnumSource(ConfigName.class)
  void everyShippedTableIsCompleteAndSurvivesJson(ConfigName name) {
    ConfigTable table = ShippedTables.of(name);
    assertThat(table.flaws()).isEmpty();
    assertThat((Object) mapper.readValue(mapper.writeValueAsString(table), name.type()))
        .isEqualTo(table);
  }

  @ParameterizedTest
  @EnumSource(
      value = ConfigName.class,
      names = {"LIMITS", "RUNGS", "RETENTION"})
  void aMissingCellIsNamed(ConfigName name) {
    var whole = (ObjectNode) mapper.valueToTree(ShippedTables.of(name));
    var cells = new ArrayList<String>();
    collectCells("", whole, cells);
    assertThat(cells).hasSizeGreaterThan(7);
    for (String cell : cells) {
      var copy = whole.deepCopy();
      remove(copy, cell);
      assertThat(mapper.treeToValue(copy, name.type()).flaws())
          .as("without " + cell)
          .extracting(Flaw::field)
          .containsExactly(cell);
    }
  }

  /** Cells are the terms, the texts and the whole numbers a reader sees as one value. */
  private static void collectCells(String path, ObjectNode node, List<String> cells) {
    node.properties()
        .forEach(field -> {
          String here = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
          boolean isTerm = field.getValue().has("unit") || field.getValue().has("times");
          if (field.getValue() instanceof ObjectNode inner && !isTerm) {
            collectCells(here, inner, cells);
          } else if (!field.getValue().isNull() && !field.getValue().isArray()) {
            cells.add(here);
          }
        });
  }

  private static void remove(ObjectNode node, String cell) {
    int dot = cell.indexOf('.');
    if (dot < 0) {
      node.remove(cell);
    } else {
      remove((ObjectNode) node.get(cell.substring(0, dot)), cell.substring(dot + 1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EMERGENCY, 0 MINUTES, 30 MINUTES, 2 HOURS, 0, ",
    "UTILITIES, 2 HOURS, 2 HOURS, 24 HOURS, 1, 24 HOURS",
    "CONSULTATION, 0 SAME_DAY, 1 WORKING_DAYS, 1 WORKING_DAYS, 1, 2 WORKING_DAYS",
    "APPEAL, 1 WORKING_DAYS, 1 WORKING_DAYS, 3 WORKING_DAYS, 1, 5 WORKING_DAYS",
    "COMPLAINT, 1 WORKING_DAYS, 1 WORKING_DAYS, 5 WORKING_DAYS, 1, 10 WORKING_DAYS",
    "SUGGESTION, 1 WORKING_DAYS, 2 WORKING_DAYS, 7 WORKING_DAYS, 1, 5 WORKING_DAYS",
    "COMPLEX, 1 WORKING_DAYS, 1 WORKING_DAYS, 15 WORKING_DAYS, 1, 15 WORKING_DAYS"
  })
  void theDefaultLimitsAreThoseOfTheDomainRules(
      LimitClass limitClass, String dispatch, String contact, String answer, int times, String by) {
    Limit limit = ShippedTables.of(LimitTable.class).limit(limitClass);
    assertThat(limit.dispatch()).isEqualTo(term(dispatch));
    assertThat(limit.contact()).isEqualTo(term(contact));
    assertThat(limit.answer()).isEqualTo(term(answer));
    assertThat(limit.extension())
        .isEqualTo(new Limit.Extension(times, by == null ? null : term(by)));
  }

  private static Term term(String text) {
    String[] words = text.split(" ");
    return new Term(Integer.parseInt(words[0]), Term.Unit.valueOf(words[1]));
  }

  @ParameterizedTest
  @CsvSource({
    "APPEAL, NORMAL, heating, UTILITIES",
    "APPEAL, NORMAL, parking, APPEAL",
    "COMPLAINT, URGENT, noise, COMPLAINT",
    "ACCUSATION, NORMAL, conduct, COMPLAINT",
    "HAZARD, NORMAL, fire-safety, HAZARD",
    "HAZARD, NORMAL, gas, UTILITIES",
    "HAZARD, EMERGENCY, gas, EMERGENCY",
    "CONSULTATION, NORMAL, heating, CONSULTATION",
    "SUGGESTION, NORMAL, water, SUGGESTION"
  })
  void kindUrgencyAndCategoryTellTheClass(
      Kind kind, Urgency urgency, String category, LimitClass expected) {
    var path = ShippedTables.of(CategoryTree.class).path(category);
    assertThat(ShippedTables.of(LimitTable.class).classOf(kind, urgency, path)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "heating, GRID",
    "parking, GRID",
    "illegal-building, STREET",
    "food-safety, DISTRICT",
    "minimum-living, COMMUNITY",
    "never-heard-of, GRID"
  })
  void theNearestRouteOfACategoryWins(String category, Level level) {
    var path = ShippedTables.of(CategoryTree.class).path(category);
    assertThat(ShippedTables.of(RoutingTable.class).route(path).level()).isEqualTo(level);
  }

  @Test
  void aRestrictedAdmissionListAdmitsACategoryWithAllBelowIt() {
    var tree = ShippedTables.of(CategoryTree.class);
    var list = new AdmissionList(true, List.of("cleanliness", "parking"), 97, "R4-11");
    assertThat(list.flaws()).isEmpty();
    assertThat(list.admits(tree.path("sanitation"))).isTrue();
    assertThat(list.admits(tree.path("parking"))).isTrue();
    assertThat(list.admits(tree.path("heating"))).isFalse();
    assertThat(new AdmissionList(true, List.of("a", "b", "c"), 2, "R4-11").flaws())
        .extracting(Flaw::field)
        .containsExactly("items");
    assertThat(new AdmissionList(true, List.of(), null, "R4-11").flaws())
        .extracting(Flaw::field)
        .containsExactly("items");
  }

  @Test
  void theShippedTreeHasTheLeavesPeopleAskFor() {
    var tree = ShippedTables.of(CategoryTree.class);
    assertThat(tree.categories().stream().filter(c -> tree.isLeaf(c.code())).count())
        .isBetween(55L, 80L);
    assertThat(
            List.of(
                "heating",
                "parking",
                "sanitation",
                "illegal-building",
                "noise",
                "property-management",
                "street-trading",
                "pollution",
                "water",
                "power",
                "gas"))
        .allMatch(tree::isLeaf)
        .allMatch(code -> tree.path(code).size() == 3);
    assertThat(tree.path("heating")).containsExactly("heating", "supply", "utilities");
  }

  @ParameterizedTest
  @CsvSource({
    "a, b, categories[1].parent", // a circle
    "x, , categories[0].parent", // unknown
    "c, , categories[0].parent" // a fourth level
  })
  void aTreeWithACircleAnUnknownParentOrAFourthLevelIsFlawed(
      String parentOfFirst, String parentOfSecond, String expected) {
    var tree =
        new CategoryTree(
            List.of(
                new Category("b", parentOfFirst, "乙", "b"),
                new Category("a", parentOfSecond, "甲", "a"),
                new Category("c", "d", "丙", "c"),
                new Category("d", "e", "丁", "d"),
                new Category("e", null, "戊", "e")));
    assertThat(tree.flaws()).extracting(Flaw::field).contains(expected);
  }
}
