package cn.linli.platform.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final TopicPartition PARTITION = new TopicPartition("things", 0);

  private final Fold fold = new LineFold(1);

  @Property(tries = 200)
  void however_records_are_cut_into_batches_and_shuffled_the_cells_are_the_same(
      @ForAll("records") List<byte[]> records, @ForAll Random random) {
    var whole = cells(List.of(records));

    var shuffled = new ArrayList<>(records);
    java.util.Collections.shuffle(shuffled, random);

    assertThat(cells(cut(shuffled, random))).isEqualTo(whole);
  }

  @Property(tries = 100)
  void the_children_and_what_is_the_parents_own_make_up_the_parent(
      @ForAll("records") List<byte[]> records) {
    var cells = cells(List.of(records));
    var own = new TreeMap<String, Long>();
    for (var record : records) {
      String[] parts = new String(record).split(";");
      if (parts[0].equals("37/3706")) {
        own.merge(parts[4], Long.parseLong(parts[5]), Long::sum);
      }
    }
    var made = new TreeMap<>(own);
    totals(cells, "370601").forEach((name, sum) -> made.merge(name, sum, Long::sum));
    totals(cells, "370602").forEach((name, sum) -> made.merge(name, sum, Long::sum));

    assertThat(totals(cells, "3706")).isEqualTo(made);
  }

  @Property(tries = 100)
  void halves_of_a_batch_hold_what_the_batch_holds(@ForAll("records") List<byte[]> records) {
    if (records.isEmpty()) {
      return;
    }
    var batch = batch(records, 0);

    var halves = batch.halves();

    assertThat(halves.getLast().after()).isEqualTo(batch.after());
    Map<String, Map<String, Long>> joined = new TreeMap<>();
    halves.forEach(half -> apply(half.tally().changes(), joined));
    assertThat(joined).isEqualTo(cells(List.of(records)));
  }

  @Test
  void a_count_stands_in_every_division_of_its_path_by_day_by_month_and_by_label() {
    var cells =
        cells(
            List.of(
                List.of(LineFold.line("37/3706", "2026-03-07", "2026-03-07", "heat", "made", 2))));

    assertThat(cells)
        .isEqualTo(
            Map.of(
                "37|2026-03|things", Map.of("d.07.made", 2L),
                "37|2026|things", Map.of("m.03.made", 2L),
                "37|2026-03|things.by", Map.of("d.07.label.heat.made", 2L),
                "3706|2026-03|things", Map.of("d.07.made", 2L),
                "3706|2026|things", Map.of("m.03.made", 2L),
                "3706|2026-03|things.by", Map.of("d.07.label.heat.made", 2L)));
  }

  @Test
  void what_became_known_on_another_day_goes_to_a_sibling_that_says_so() {
    var cells =
        cells(
            List.of(List.of(LineFold.line("37", "2025-12-31", "2026-01-02", "heat", "made", -1))));

    assertThat(cells)
        .isEqualTo(
            Map.of(
                "37|2025-12|things|r2026-01-02", Map.of("d.31.made", -1L),
                "37|2025|things|r2026-01-02", Map.of("m.12.made", -1L),
                "37|2025-12|things.by|r2026-01-02", Map.of("d.31.label.heat.made", -1L)));
  }

  @Test
  void codes_that_would_break_a_field_name_survive() {
    for (var code : List.of("heating", "城乡建设/供暖", "1.2.3", "$where", "100%", "a%2Eb")) {
      String label = CellKeys.label("category", code);
      assertThat(label.substring("category.".length())).doesNotContain(".").doesNotContain("$");
      assertThat(CellKeys.code(label.substring("category.".length()))).isEqualTo(code);
    }
  }

  @Provide
  Arbitrary<List<byte[]>> records() {
    var path =
        Arbitraries.of(
            "37", "37/3706", "37/3706/370601", "37/3706/370602", "37/3706/370602/370602003");
    var day = Arbitraries.of("2025-12-31", "2026-01-01", "2026-01-17", "2026-02-01");
    var label = Arbitraries.of("heat", "noise");
    var name = Arbitraries.of("made", "open", "hours.12");
    return Combinators.combine(path, day, day, label, name, Arbitraries.longs().between(-2, 3))
        .as(LineFold::line)
        .list()
        .ofMaxSize(60);
  }

  private Map<String, Map<String, Long>> cells(List<List<byte[]>> batches) {
    Map<String, Map<String, Long>> cells = new TreeMap<>();
    long n = 0;
    for (var records : batches) {
      apply(batch(records, n).tally().changes(), cells);
      n += records.size();
    }
    return cells;
  }

  private Batch batch(List<byte[]> records, long from) {
    var batch =
        new Batch(fold, Map.of(PARTITION, new Position(PARTITION, Uuid.ZERO_UUID, from, from)));
    long n = from;
    for (var record : records) {
      batch.add(new FoldRecord("things", 0, n, ++n, "Made", "thing:" + n, "37", "", record), 0);
    }
    return batch;
  }

  private static void apply(List<CellChange> changes, Map<String, Map<String, Long>> cells) {
    for (var change : changes) {
      var cell = cells.computeIfAbsent(change.id(), unseen -> new HashMap<>());
      change.fields().forEach((field, delta) -> cell.merge(field, delta, Long::sum));
    }
  }

  private static List<List<byte[]>> cut(List<byte[]> records, Random random) {
    var batches = new ArrayList<List<byte[]>>();
    for (int from = 0; from < records.size(); ) {
      int to = Math.min(records.size(), from + 1 + random.nextInt(10));
      batches.add(records.subList(from, to));
      from = to;
    }
    return batches;
  }

  /** Sums by name over all years of a division, siblings included. */
  private static Map<String, Long> totals(Map<String, Map<String, Long>> cells, String division) {
    var totals = new TreeMap<String, Long>();
    cells.forEach((id, fields) -> {
      if (id.matches(division + "\\|\\d{4}\\|things(\\|r.*)?")) {
        fields.forEach((field, sum) -> totals.merge(field.substring(5), sum, Long::sum));
      }
    });
    return totals;
  }
}
