package cn.linli.timebank.domain.wristbands;

import static cn.linli.timebank.domain.wristbands.Reading.Kind.CHECK_IN;
import static cn.linli.timebank.domain.wristbands.Reading.Kind.CHECK_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.timebank.domain.wristbands.Reading.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readings of one wristband say. */
class SessionsTest {

  private static final WristbandTerms TERMS = new WristbandTerms(15, Duration.ofHours(12));

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "in and out                | +k09:00 -k11:00                  | k 09:00-11:00",
        "a double read             | +k09:00 +k09:01 -k11:00 -k11:01  | k 09:00-11:00",
        "not double after 120 s    | +k09:00 +k09:02 -k11:00          | k 09:00-09:02 OPEN, k 09:02-11:00",
        "nobody checked out        | +k09:00                          | k 09:00-09:15 OPEN",
        "forgot, and came again    | +k09:00 +k13:00 -k15:00          | k 09:00-09:15 OPEN, k 13:00-15:00",
        "checked out too late      | +k06:00 -k18:30                  | k 06:00-06:15 OPEN",
        "out without in            | -k09:00                          | ",
        "one place, then another   | +k09:00 -k10:00 +q10:00 -q11:00  | k 09:00-10:00, q 10:00-11:00",
        "two places at once        | +k09:00 +q10:00 -k11:00 -q12:00  | k 09:00-11:00 TWO_PLACES, q 10:00-12:00 TWO_PLACES",
        "read elsewhere meanwhile  | +k09:00 +q10:00 -k11:00          | k 09:00-11:00 TWO_PLACES, q 10:00-10:00 TWO_PLACES",
        "left elsewhere meanwhile  | +k09:00 -q10:00 -k11:00          | k 09:00-11:00 TWO_PLACES",
        "open, then elsewhere      | +k09:00 +q09:10 -q10:00          | k 09:00-09:10 OPEN, q 09:10-10:00"
      })
  void sessions(String what, String readings, String sessions) {
    List<Reading> set = readings(readings);
    String expected = sessions == null ? "" : sessions;
    assertThat(told(set)).as(what).isEqualTo(expected);
    Collections.reverse(set);
    assertThat(told(set)).as(what + ", the other way round").isEqualTo(expected);
  }

  @Test
  void doubles_are_told() {
    assertThat(Sessions.doubles(readings("+k09:00 +k09:01 -k11:00 -k11:01")))
        .containsExactlyInAnyOrder("kiosk:1", "kiosk:3");
  }

  @Test
  void readings_are_deleted_up_to_where_nothing_after_belongs_to_them() {
    var readings = readings("+k09:00 -k10:00 +k11:00 -k12:00 +k13:00");
    assertThat(Sessions.deletable(readings, TERMS, at("12:00"))).isEqualTo(2);
    assertThat(Sessions.deletable(readings, TERMS, at("12:01"))).isEqualTo(4);
    assertThat(Sessions.deletable(readings, TERMS, at("23:00"))).isEqualTo(5);
    assertThat(Sessions.deletable(readings, TERMS, at("09:00"))).isZero();
  }

  private static String told(List<Reading> readings) {
    return String.join(
        ", ",
        Sessions.of(readings, TERMS).stream()
            .map(it ->
                it.place()
                    + " "
                    + time(it.from())
                    + "-"
                    + time(it.until())
                    + (it.flag() == null ? "" : " " + it.flag()))
            .toList());
  }

  private static String time(Instant at) {
    return at.toString().substring(11, 16);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-03-02T" + time + ":00Z");
  }

  /** {@code +k09:00}: checked in at place k at nine. */
  private static List<Reading> readings(String text) {
    var readings = new ArrayList<Reading>();
    for (String each : Arrays.asList(text.trim().split(" +"))) {
      Kind kind = each.charAt(0) == '+' ? CHECK_IN : CHECK_OUT;
      readings.add(
          new Reading(
              "kiosk", readings.size(), kind, at(each.substring(2)), each.substring(1, 2), "s"));
    }
    return readings;
  }
}
