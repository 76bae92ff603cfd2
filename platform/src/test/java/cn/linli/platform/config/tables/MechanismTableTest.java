package cn.linli.platform.config.tables;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.Mechanism;
import cn.linli.platform.config.tables.MechanismTable.Row;
import cn.linli.platform.config.tables.MechanismTable.Seat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What keeps a table of mechanisms from being used. */
class MechanismTableTest {

  private static final Seat ANY = new Seat("mediator", List.of());

  static Stream<Arguments> flaws() {
    return Stream.of(
        Arguments.of(null, ""),
        Arguments.of(new Row(null, true, List.of(ANY), "basis"), ".most"),
        Arguments.of(new Row(0, true, List.of(ANY), "basis"), ".most"),
        Arguments.of(new Row(22, true, List.of(ANY), "basis"), ".most"),
        Arguments.of(new Row(1, null, List.of(ANY), "basis"), ".odd"),
        Arguments.of(new Row(2, true, List.of(ANY, new Seat("b", List.of())), "basis"), ".seats"),
        Arguments.of(new Row(2, false, List.of(ANY, ANY), "basis"), ".seats"),
        Arguments.of(new Row(1, false, List.of(), "basis"), ".seats"),
        Arguments.of(
            new Row(1, true, List.of(new Seat(null, List.of())), "basis"), ".seats[0].code"),
        Arguments.of(
            new Row(1, true, List.of(new Seat("a", List.of("A judge"))), "basis"),
            ".seats[0].professions[0]"),
        Arguments.of(new Row(1, true, List.of(ANY), " "), ".basis"));
  }

  @ParameterizedTest
  @MethodSource
  void flaws(@Nullable Row row, String cell) {
    var rows = new LinkedHashMap<>(ShippedTables.of(MechanismTable.class).mechanisms());
    rows.remove(Mechanism.SINGLE);
    if (row != null) {
      rows.put(Mechanism.SINGLE, row);
    }
    assertThat(new MechanismTable(rows).flaws())
        .extracting(Flaw::field)
        .containsExactly("mechanisms.single" + cell);
  }

  @Test
  void four_parties_are_whoever_a_place_says() {
    var rows = new LinkedHashMap<>(ShippedTables.of(MechanismTable.class).mechanisms());
    var seats =
        List.of(
            new Seat("property", List.of("property-manager")),
            new Seat("owners", List.of("owners-committee")),
            new Seat("community", List.of("community-worker")),
            new Seat("street", List.of("street-officer")));
    rows.put(Mechanism.FOUR_PARTY, new Row(4, false, seats, "本市四方调解办法"));
    var table = new MechanismTable(rows);
    assertThat(table.flaws()).isEmpty();
    assertThat(table.row(Mechanism.FOUR_PARTY).seats()).isEqualTo(seats);
  }
}
