package cn.linli.timebank.domain.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import cn.linli.timebank.domain.certificates.ServiceRecord.Booked;
import cn.linli.timebank.domain.certificates.ServiceRecord.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceRecordTest {

  @Test
  void what_was_given_counts_by_kind_and_nothing_else_does() {
    var record =
        ServiceRecord.of(
            List.of(
                line(1, 60, Reason.SERVICE, "repair", null, "2026-03-01T02:00:00Z"),
                line(2, 90, Reason.SERVICE, "lunch", null, "2026-03-02T02:00:00Z"),
                line(3, 60, Reason.SERVICE, "repair", null, "2026-05-01T02:00:00Z"),
                line(4, 120, Reason.SESSION, null, null, "2026-05-02T02:00:00Z"),
                line(5, 300, Reason.GRANT, null, null, "2026-05-03T02:00:00Z"),
                line(6, -60, Reason.REDEEMED, "help", null, "2026-05-04T02:00:00Z"),
                line(7, 45, Reason.TRANSFER, null, null, "2026-05-05T02:00:00Z"),
                line(8, 30, Reason.SERVICE, "patrol", null, "2026-05-06T02:00:00Z"),
                line(9, -30, Reason.REVERSAL, null, entry(8), "2026-05-07T02:00:00Z")));

    assertThat(record.kinds())
        .containsExactly(
            new Kind("mediation", 1, 120, day("2026-05-02"), day("2026-05-02")),
            new Kind("repair", 2, 120, day("2026-03-01"), day("2026-05-01")),
            new Kind("lunch", 1, 90, day("2026-03-02"), day("2026-03-02")));
    assertThat(record.minutes()).isEqualTo(330);
    assertThat(record.times()).isEqualTo(4);
    assertThat(record.first()).isEqualTo(day("2026-03-01"));
    assertThat(record.last()).isEqualTo(day("2026-05-02"));
  }

  @Test
  void a_late_evening_belongs_to_the_day_of_the_place() {
    var record =
        ServiceRecord.of(
            List.of(line(1, 60, Reason.SERVICE, "repair", null, "2026-03-01T16:30:00Z")));

    assertThat(record.first()).isEqualTo(day("2026-03-02"));
  }

  @ParameterizedTest
  @CsvSource({
    "5999, 0",
    "6000, 1",
    "17999, 1",
    "18000, 2",
    "36000, 3",
    "60000, 4",
    "89999, 4",
    "90000, 5"
  })
  void stars_follow_hours(long minutes, int stars) {
    assertThat(Stars.of(minutes)).isEqualTo(stars);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static String entry(int seq) {
    return "a".repeat(26) + "-m-" + seq;
  }

  private static Booked line(
      int seq,
      long amount,
      Reason reason,
      @Nullable String service,
      @Nullable String ref,
      String at) {
    return new Booked(
        new Posted(
            entry(seq),
            Unit.MINUTES,
            amount,
            1_000,
            0,
            "issue:370602003006",
            reason,
            ref,
            "0".repeat(64),
            service,
            null,
            null),
        Instant.parse(at));
  }
}
