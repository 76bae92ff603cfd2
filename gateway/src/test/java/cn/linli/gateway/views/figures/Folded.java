package cn.linli.gateway.views.figures;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.linli.events.EventCodec;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.platform.fold.FoldRecord;
import cn.linli.platform.fold.Tally;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Cells in memory, made by the fold from lives, without any server. */
final class Folded {

  static final EventCodec<PetitionEvent> CODEC = EventCodec.of(PetitionEvent.class);

  private final Map<String, Map<String, Long>> cells = new TreeMap<>();

  static Folded of(Life... lives) {
    return of(List.of(lives));
  }

  static Folded of(List<Life> lives) {
    var fold = new PetitionFold(ZoneId.of("Asia/Shanghai"));
    var tally = new Tally(fold);
    for (var life : lives) {
      life.events().forEach(stamped -> fold.fold(record(stamped), tally));
    }
    return of(tally);
  }

  static Folded of(Tally tally) {
    var folded = new Folded();
    for (var change : tally.changes()) {
      change
          .fields()
          .forEach((field, delta) ->
              folded
                  .cells
                  .computeIfAbsent(change.id(), unseen -> new TreeMap<>())
                  .merge(field, delta, Long::sum));
    }
    return folded;
  }

  static FoldRecord record(Life.Stamped stamped) {
    String json = CODEC.encode(stamped.event(), stamped.stamp());
    return new FoldRecord(
        "linli.petition",
        0,
        0,
        1,
        CODEC.type(stamped.event()),
        "petition:x:1",
        stamped.stamp().path().getLast(),
        stamped.stamp().recordedAt().toString(),
        json.getBytes(UTF_8));
  }

  Map<String, Map<String, Long>> cells() {
    return cells;
  }

  /** A figure of a division over days, as known at the end of the last one. */
  Value figure(String code, String division, String from, String to) {
    var figure = Figures.find(code).orElseThrow();
    var first = LocalDate.parse(from);
    var last = LocalDate.parse(to);
    Map<String, Long> period = new HashMap<>();
    Map<String, Long> running = new HashMap<>();
    cells.forEach((id, fields) -> {
      String[] key = id.split("\\|");
      boolean known = key.length < 4 || !LocalDate.parse(key[3].substring(1)).isAfter(last);
      if (key[0].equals(division)
          && key[1].length() > 4
          && key[2].equals(figure.subject())
          && known) {
        fields.forEach((field, sum) -> {
          var day = LocalDate.parse(key[1] + "-" + field.substring(2, 4));
          String name = field.substring(5);
          if (!day.isAfter(last)) {
            running.merge(name, sum, Long::sum);
            if (!day.isBefore(first)) {
              period.merge(name, sum, Long::sum);
            }
          }
        });
      }
    });
    return figure.value(Sums.of(period, running));
  }
}
