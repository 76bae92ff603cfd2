package cn.linli.standalone.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.platform.config.tables.CategoryTree;
import cn.linli.platform.config.tables.ShippedTables;
import cn.linli.platform.division.DivisionTree;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class DemoCityTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private final DemoCity city = new DemoCity(DivisionTree.shipped());

  @Test
  void everybody_lives_in_a_grid_from_001_to_009_of_a_real_community_of_the_city() {
    var draw = new Draw(1);
    var grids = Stream.generate(() -> city.grid(draw)).limit(500).toList();
    assertThat(grids).allMatch(grid -> grid.matches("3706\\d{8}00[1-9]"));
    assertThat(grids).allMatch(grid -> DivisionTree.shipped().find(grid).isPresent());
    assertThat(grids.stream().filter(grid -> grid.startsWith("370602003006")).count())
        .isBetween(150L, 280L);
    assertThat(grids).anyMatch(grid -> grid.startsWith("370611104"));
    assertThat(grids).anyMatch(grid -> grid.startsWith("370676"));
  }

  @Test
  void the_same_seed_tells_the_same_past() {
    assertThat(rows()).isEqualTo(rows());
  }

  @Test
  void what_was_answered_was_answered_after_it_came_and_before_now() {
    assertThat(rows())
        .allSatisfy(row -> {
          var submitted = OffsetDateTime.parse((String) row.get("submittedAt")).toInstant();
          assertThat(submitted).isBetween(NOW.minusSeconds(29 * 86_400), NOW);
          if (row.containsKey("repliedAt")) {
            assertThat(OffsetDateTime.parse((String) row.get("repliedAt")).toInstant())
                .isBetween(submitted, NOW);
          }
        });
    assertThat(rows()).anyMatch(row -> !row.containsKey("repliedAt"));
  }

  @Test
  void every_matter_is_of_a_category_requests_may_carry() {
    var categories = ShippedTables.of(CategoryTree.class);
    assertThat(Matter.ALL).allMatch(matter -> categories.isLeaf(matter.category()));
  }

  @ParameterizedTest
  @CsvSource({
    "370602003006001, grid,      370602003006001, grid-worker@370602003006001",
    "370602003006,    community, 370602003006,    community-clerk@370602003006",
    "370602003,       street,    370602003,       street-officer@370602003",
    "370602,          district,  370602,          district-officer@370602",
    "3706,            city,      3706,            city-officer@3706",
    "heating-company, district,  370602,          department-officer@370602/heating-company"
  })
  void whoever_has_a_request_in_hand_acts_on_it(
      String organisation, String level, String division, String user) {
    var petition =
        JsonMapper.shared()
            .readTree(
                """
                {"handler": {"organisation": "%s", "level": "%s", "division": "%s"}}
                """
                    .formatted(organisation, level, division));
    assertThat(CaseLife.holder(petition)).isEqualTo(user);
  }

  private List<? extends java.util.Map<String, Object>> rows() {
    return PastWeeks.rows(200, city, new Draw(7), NOW);
  }
}
