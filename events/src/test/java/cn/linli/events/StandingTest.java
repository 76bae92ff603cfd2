package cn.linli.events;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.Standing;
import cn.linli.events.petition.Tally;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StandingTest {

  /** As a request's state or a relocation of an older version has it. */
  @Test
  void a_standing_without_tallies_is_read_as_one_with_none() {
    String old =
        "{\"received\":\"2026-01-05\",\"open\":[],\"overdue\":[],\"resolutions\":[],"
            + "\"closing\":null,\"vote\":null,\"reopened\":null}";
    var read = JsonMapper.builder().build().readValue(old, Standing.class);
    assertThat(read.tallies()).isEmpty();
    assertThat(read.tallies("meetings")).isEmpty();
  }

  @Test
  void tallies_are_found_by_name() {
    var day = LocalDate.parse("2026-01-05");
    var standing =
        new Standing(
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null,
            List.of(new Tally("meetings", day, 2), new Tally("whistles", day, 1)));
    assertThat(standing.tallies("meetings")).containsExactly(new Tally("meetings", day, 2));
  }
}
