package cn.linli.platform.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.local.LocalServers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommittedTest {

  @Test
  void events_of_a_day_are_counted_by_district_in_the_tenants_zone() {
    var database = LocalServers.freshDatabase("committed");
    database
        .getCollection("journal")
        .insertMany(
            List.of(
                entry("a", "2026-01-04T16:00:00Z", "370602003006", "370602"),
                entry("b", "2026-01-05T15:59:59Z", "370611", "unknown"),
                entry("c", "2026-01-05T16:00:00Z", "370602"),
                entry("d", "2026-01-04T15:59:59Z", "370602"),
                entry("e", "2026-01-05T08:00:00Z", "3706")));

    assertThat(
            new Committed(database, ZoneId.of("Asia/Shanghai")).on(LocalDate.parse("2026-01-05")))
        .isEqualTo(Map.of("370602", 2L, "370611", 1L, "3706", 1L, "unknown", 1L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"a\":1,\"path\":[\"37\",\"3706\"]};3706",
        "{\"fromPath\":[\"unknown\"],\"path\":[\"37\"]};37",
        "{\"path\":[\"unknown\"]};unknown",
        "{};unknown"
      })
  void the_last_code_of_the_stamps_path_is_the_division(String json, String division) {
    assertThat(Committed.division(json)).isEqualTo(division);
  }

  private static Document entry(String id, String at, String... divisions) {
    var events =
        Arrays.stream(divisions)
            .map(it -> new Document("t", "x").append("d", "{\"path\":[\"37\",\"" + it + "\"]}"))
            .toList();
    return new Document("_id", id).append("at", Date.from(Instant.parse(at))).append("e", events);
  }
}
