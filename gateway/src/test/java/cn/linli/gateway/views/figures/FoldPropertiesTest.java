package cn.linli.gateway.views.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.linli.events.UndecodableEvent;
import cn.linli.events.petition.Answer;
import cn.linli.events.petition.Level;
import cn.linli.platform.fold.FoldRecord;
import cn.linli.platform.fold.Tally;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FoldPropertiesTest {

  private static final String HERE = "370602003006001";
  private static final String THERE = "370611104203001";

  @Property(tries = 100)
  void after_a_relocation_the_cells_are_those_of_a_life_lived_at_the_new_place(@ForAll long seed) {
    var lived = life(Life.in(THERE), new Random(seed));
    var moved = life(Life.in(HERE), new Random(seed)).relocated("2026-06-30", THERE);

    assertThat(sums(Folded.of(moved))).isEqualTo(sums(Folded.of(lived)));
  }

  @Property(tries = 40)
  void nothing_is_ever_negative_at_a_days_end_and_all_that_comes_in_is_open_or_ended(
      @ForAll long seed) {
    var folded = Folded.of(life(Life.in(HERE), new Random(seed)));
    for (int day = 0; day < 120; day++) {
      String date = LocalDate.parse("2026-01-05").plusDays(day).toString();
      for (var code : List.of("petitions.open", "petitions.overdue", "petitions.closed")) {
        var value = folded.figure(code, "3706", "2026-01-05", date).value();
        assertThat(value == null ? 0 : value.longValue())
            .as("%s on %s", code, date)
            .isBetween(0L, 1L);
      }
    }
  }

  @Test
  void what_can_not_be_placed_or_read_is_refused_before_anything_is_counted() {
    var fold = new PetitionFold(ZoneId.of("Asia/Shanghai"));
    var stamped = Life.in(HERE).submitted("2026-01-05").events().getFirst();
    var good = Folded.record(stamped);
    String json = new String(good.value());
    for (var bad :
        List.of(
            json.replace("\"3706\"", "\"37 06\""),
            json.replaceFirst("\"path\":\\[[^]]*]", "\"path\":[]"),
            json.replace("\"heating\"", "\"\""),
            json.replace("\"hotline\"", "\"telepathy\""),
            json.substring(1))) {
      var tally = new Tally(fold);
      assertThatThrownBy(() -> fold.fold(with(good, good.type(), bad), tally))
          .isInstanceOf(UndecodableEvent.class);
      assertThat(tally.isEmpty()).isTrue();
    }
    assertThatThrownBy(
            () -> fold.fold(with(good, "cn.linli.petition.Unheard.v1", json), new Tally(fold)))
        .isInstanceOf(UndecodableEvent.class);
  }

  @Test
  void what_else_the_service_publishes_is_applied_and_changes_no_figure() {
    var fold = new PetitionFold(ZoneId.of("Asia/Shanghai"));
    var good = Folded.record(Life.in(HERE).submitted("2026-01-05").events().getFirst());
    for (var type : List.of("cn.linli.petition.Claimed.v1", "cn.linli.config.TableSet.v1")) {
      var tally = new Tally(fold);

      fold.fold(with(good, type, "{}"), tally);

      assertThat(tally.changes())
          .flatExtracting(change -> change.fields().keySet())
          .containsExactlyInAnyOrder("d.05.applied", "m.01.applied");
    }
  }

  private static FoldRecord with(FoldRecord record, String type, String json) {
    return new FoldRecord(
        record.topic(),
        record.partition(),
        record.offset(),
        record.n(),
        type,
        record.id(),
        record.division(),
        record.time(),
        json.getBytes());
  }

  /** A possible life: rounds of handling, some overdue, some reopened, some withdrawn. */
  private static Life life(Life life, Random random) {
    var day =
        new Object() {
          LocalDate now = LocalDate.parse("2026-01-05");

          String next() {
            now = now.plusDays(random.nextInt(6));
            return now.toString();
          }
        };
    life.at(Level.values()[random.nextInt(Level.values().length)]).submitted(day.next());
    int rounds = random.nextInt(4);
    for (int round = 0; round < rounds; round++) {
      if (random.nextInt(3) == 0) {
        life.fellDue(day.next());
        if (random.nextBoolean()) {
          life.extended(day.next());
        }
      }
      for (int meeting = random.nextInt(3); meeting > 0; meeting--) {
        life.deliberated(day.next());
        if (random.nextBoolean()) {
          life.reviewed(day.now.toString(), true).reviewed(day.next(), false);
        }
      }
      if (random.nextInt(4) == 0) {
        life.merged(day.next());
        if (random.nextInt(3) == 0) {
          return life;
        }
        life.unmerged(day.next());
      }
      if (random.nextInt(5) == 0) {
        life.mediated(day.next(), random.nextInt(100_000));
      } else {
        life.resolved(day.next(), random.nextInt(100_000));
      }
      if (random.nextBoolean()) {
        life.voted(day.next(), Answer.values()[random.nextInt(3)], 1 + random.nextInt(5));
      }
      if (random.nextBoolean()) {
        life.voted(day.next(), Answer.YES, null);
      }
      if (random.nextInt(4) > 0) {
        life.closed(day.next());
      }
      if (round < rounds - 1) {
        life.reopened(day.next());
      }
    }
    for (int whistles = random.nextInt(3); whistles > 0; whistles--) {
      life.whistled(day.next());
      switch (random.nextInt(4)) {
        case 0 -> life.checkedIn(day.next(), true);
        case 1 -> life.checkInFellDue(day.next()).checkedIn(day.next(), false);
        case 2 -> life.whistleDeclined(day.next(), random.nextBoolean());
        default -> {}
      }
    }
    if (rounds == 0 && random.nextBoolean()) {
      if (random.nextBoolean()) {
        life.withdrawn(day.next());
      } else {
        life.rejected(day.next());
      }
    }
    return life;
  }

  /** By division, day and name, whatever the day of recording; zero is nothing. */
  private static Map<String, Long> sums(Folded folded) {
    Map<String, Long> sums = new TreeMap<>();
    folded
        .cells()
        .forEach((id, fields) -> {
          String cell = id.replaceFirst("\\|r.*", "");
          fields.forEach((field, sum) -> sums.merge(cell + " " + field, sum, Long::sum));
        });
    sums.values().removeIf(sum -> sum == 0);
    sums.keySet().removeIf(key -> key.endsWith(".applied"));
    return sums;
  }

  @Test
  void claims_and_tables_of_configuration_stand_in_no_figure_and_are_no_poison() {
    var fold = new PetitionFold(ZoneId.of("Asia/Shanghai"));
    var good = Folded.record(Life.in(HERE).submitted("2026-01-05").events().getFirst());
    for (String type : List.of("cn.linli.petition.Claimed.v1", "cn.linli.config.TableSet.v1")) {
      var tally = new Tally(fold);
      fold.fold(with(good, type, "{}"), tally);
      assertThat(tally.changes())
          .isNotEmpty()
          .allSatisfy(change ->
              assertThat(change.fields().keySet()).allMatch(field -> field.contains(Applied.NAME)));
    }
  }
}
