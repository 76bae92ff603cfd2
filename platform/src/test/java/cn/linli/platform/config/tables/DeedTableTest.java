package cn.linli.platform.config.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeedTableTest {

  private static final DeedTable SHIPPED = ShippedTables.of(DeedTable.class);

  @Test
  void the_shipped_catalogue_is_whole_names_its_source_and_takes_no_points() {
    assertThat(SHIPPED.flaws()).isEmpty();
    assertThat(SHIPPED.deed("filial-star").orElseThrow().points()).isEqualTo(20);
    assertThat(SHIPPED.deeds().values()).allMatch(it -> it.basis() != null);
    assertThat(SHIPPED.breaches()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "littering, true",
    "debt-collecting-noise, false",
    "complaint, false",
    "complaints-desk-queue, true",
    "health-check-missed, false"
  })
  void no_right_is_a_breach(String code, boolean allowed) {
    var row = new DeedTable.Row("乱扔垃圾", 2, "居民公约第3条");
    var table = new DeedTable(SHIPPED.deeds(), Map.of(code, row));
    assertThat(table.flaws().isEmpty()).isEqualTo(allowed);
  }

  @Test
  void a_row_has_a_title_points_and_a_source() {
    var table = new DeedTable(Map.of("helping", new DeedTable.Row("", 101, null)), Map.of());
    assertThat(table.flaws())
        .extracting(Flaw::field)
        .containsExactly("deeds.helping.title", "deeds.helping.points", "deeds.helping.basis");
  }
}
