package cn.linli.gateway.views.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhistlesTest {

  private static final String GRID_CODE = "370602003006001";
  private static final String ELSEWHERE = "370611104203001";

  private static Life submitted() {
    return Life.in(GRID_CODE).submitted("2026-01-05");
  }

  private static Value value(Folded folded, String code, String division) {
    return folded.figure("whistles." + code, division, "2026-01-01", "2026-01-31");
  }

  @Test
  void who_came_in_time_over_who_should_have_come() {
    var folded =
        Folded.of(
            submitted().whistled("2026-01-06").checkedIn("2026-01-06", true),
            submitted()
                .whistled("2026-01-06")
                .checkInFellDue("2026-01-06")
                .checkedIn("2026-01-07", false),
            submitted().whistled("2026-01-06").checkInFellDue("2026-01-06"),
            submitted().whistled("2026-01-06").whistleDeclined("2026-01-06", true),
            submitted()
                .whistled("2026-01-06")
                .checkInFellDue("2026-01-06")
                .whistleDeclined("2026-01-07", false),
            submitted().whistled("2026-01-06"));

    for (var division : new String[] {GRID_CODE, "370602003006", "370602003", "370602", "3706"}) {
      assertThat(value(folded, "blown", division).value()).isEqualTo(6L);
      var rate = value(folded, "checkedInOnTimeRate", division);
      assertThat(rate.numerator()).isEqualTo(1L);
      assertThat(rate.denominator()).isEqualTo(4L);
      assertThat(rate.value()).isEqualTo(0.25);
      assertThat(rate.apart()).as("declined in time").isEqualTo(1L);
    }
  }

  @Test
  void nobody_called_is_no_data_and_no_zero_rate() {
    var folded = Folded.of(submitted());

    assertThat(value(folded, "blown", GRID_CODE).value()).isEqualTo(0L);
    assertThat(value(folded, "checkedInOnTimeRate", GRID_CODE).value()).isNull();
  }

  @Test
  void a_relocation_takes_whistles_and_check_ins_along() {
    var folded =
        Folded.of(
            submitted()
                .whistled("2026-01-06")
                .checkedIn("2026-01-06", true)
                .whistled("2026-01-07")
                .checkInFellDue("2026-01-07")
                .relocated("2026-01-20", ELSEWHERE));

    assertThat(value(folded, "blown", GRID_CODE).value()).isEqualTo(0L);
    assertThat(value(folded, "checkedInOnTimeRate", GRID_CODE).value()).isNull();
    assertThat(value(folded, "blown", ELSEWHERE).value()).isEqualTo(2L);
    assertThat(value(folded, "checkedInOnTimeRate", ELSEWHERE).value()).isEqualTo(0.5);
  }
}
