package cn.linli.mediation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.DangerSign;
import cn.linli.events.mediation.RiskGrade;
import cn.linli.events.mediation.RiskReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskRuleTest {

  private static final Path PUBLISHED = Path.of("..", "docs", "mediation", "risk.md");

  @ParameterizedTest(name = "{0} parties, signs [{1}], {2} days, {3} repeats: {4} for [{5}]")
  @CsvSource({
    " 2, '',               0, 0, GREEN, ''",
    " 4, '',              29, 0, GREEN, ''",
    " 5, '',               0, 0, AMBER, GROUP",
    " 9, '',               0, 0, AMBER, GROUP",
    "10, '',               0, 0, RED,   LARGE_GROUP",
    "50, '',               0, 0, RED,   LARGE_GROUP",
    " 2, THREAT,           0, 0, AMBER, TENSION",
    " 2, DAMAGE,           0, 0, AMBER, TENSION",
    " 2, GATHERING,        0, 0, AMBER, TENSION",
    " 2, 'THREAT DAMAGE',  0, 0, AMBER, TENSION",
    " 2, INJURY,           0, 0, RED,   VIOLENCE",
    " 2, WEAPON,           0, 0, RED,   VIOLENCE",
    " 2, SELF_HARM,        0, 0, RED,   VIOLENCE",
    " 2, 'THREAT INJURY',  0, 0, RED,   'VIOLENCE TENSION'",
    " 2, '',              30, 0, AMBER, LONG_OPEN",
    " 2, '',              59, 0, AMBER, LONG_OPEN",
    " 2, '',              60, 0, RED,   VERY_LONG_OPEN",
    " 2, '',               0, 1, AMBER, REPEATED",
    " 2, '',               0, 2, AMBER, REPEATED",
    " 2, '',               0, 3, RED,   OFTEN_REPEATED",
    " 5, THREAT,           0, 0, AMBER, 'GROUP TENSION'",
    " 5, THREAT,          30, 0, RED,   'GROUP TENSION LONG_OPEN SEVERAL'",
    " 5, '',              30, 1, RED,   'GROUP LONG_OPEN REPEATED SEVERAL'",
    "10, THREAT,          30, 1, RED,   'LARGE_GROUP TENSION LONG_OPEN REPEATED'"
  })
  void worst_row_gives_the_grade(
      int parties, String signs, int days, int repeats, RiskGrade grade, String reasons) {
    var seen = EnumSet.noneOf(DangerSign.class);
    Arrays.stream(signs.split(" "))
        .filter(sign -> !sign.isEmpty())
        .map(DangerSign::valueOf)
        .forEach(seen::add);

    var graded = RiskRule.grade(new RiskRule.Seen(parties, seen, days, repeats));

    assertThat(graded.grade()).isEqualTo(grade);
    assertThat(graded.reasons().stream().map(Enum::name).collect(Collectors.joining(" ")))
        .isEqualTo(reasons);
  }

  @Test
  void what_is_published_is_the_table() throws IOException {
    var rows =
        RiskRule.ROWS.stream()
            .map(row ->
                "| `%s` | %s ≥ %d | %s |"
                    .formatted(
                        row.reason().wire(), row.measure().words(), row.from(), row.grade().wire()))
            .collect(Collectors.joining("\n"));
    assertThat(Files.readString(PUBLISHED))
        .contains(rows)
        .contains(
            "| `several` | %d measures of at least amber | red |".formatted(RiskRule.SEVERAL));
  }

  @Test
  void a_threshold_of_days_is_a_timer() {
    assertThat(RiskRule.daysNotTold(List.of())).containsExactly(30, 60);
    assertThat(RiskRule.daysNotTold(List.of(RiskReason.LONG_OPEN))).containsExactly(60);
    assertThat(RiskRule.daysNotTold(List.of(RiskReason.VERY_LONG_OPEN))).isEmpty();
  }
}
