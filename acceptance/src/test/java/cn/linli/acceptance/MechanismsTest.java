package cn.linli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing of the five reports is left unmapped, and what is said to be shown was shown. */
@Order(Integer.MAX_VALUE)
class MechanismsTest {

  /** Rows of each report, in table order. Source: domain rules §1. */
  private static final Map<String, Integer> ROWS_OF_REPORT =
      Map.of("R1", 30, "R2", 30, "R3", 21, "R4", 24, "R5", 28);

  private static final Set<String> LATER =
      Set.of("petitions", "mediation", "time-bank", "community", "views", "console", "production");

  record Row(String id, String mechanism, String status, String detail) {}

  @Test
  void every_row_of_every_report_is_there_once() throws IOException {
    var expected =
        ROWS_OF_REPORT.entrySet().stream()
            .flatMap(report -> ids(report.getKey(), report.getValue()))
            .toList();
    assertThat(rows().map(Row::id)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void is_shown_left_out_for_a_reason_or_promised(Row row) {
    assertThat(row.mechanism()).isNotBlank();
    switch (row.status()) {
      case "scenario" ->
          assertThat(MechanismRuns.scenariosOf(row.id())).as("ran").contains(row.detail());
      case "excluded" -> assertThat(row.detail()).as("reason").hasSizeGreaterThan(20);
      case "later" -> assertThat(LATER).contains(row.detail());
      default -> throw new AssertionError("no such status: " + row.status());
    }
  }

  @Test
  void no_scenario_names_a_mechanism_that_is_not_mapped_to_one() throws IOException {
    var shown =
        rows()
            .filter(row -> row.status().equals("scenario"))
            .map(Row::id)
            .collect(Collectors.toSet());
    assertThat(shown).containsAll(MechanismRuns.named());
  }

  private static Stream<String> ids(String report, int rows) {
    return IntStream.rangeClosed(1, rows).mapToObj(row -> "%s-%02d".formatted(report, row));
  }

  static Stream<Row> rows() throws IOException {
    var rows = new ArrayList<Row>();
    for (var line : Files.readAllLines(Path.of("mechanisms.csv")).stream().skip(1).toList()) {
      var cells = cells(line);
      rows.add(new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3)));
    }
    return rows.stream();
  }

  private static List<String> cells(String line) {
    return Stream.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
        .map(cell -> cell.replaceAll("^\"|\"$", "").replace("\"\"", "\""))
        .toList();
  }
}
