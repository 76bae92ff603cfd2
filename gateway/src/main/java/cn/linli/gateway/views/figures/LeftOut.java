package cn.linli.gateway.views.figures;

import cn.linli.events.petition.Exclusions;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Rejected;
import cn.linli.events.petition.PetitionEvent.Resolved;
import cn.linli.events.petition.PetitionEvent.Submitted;
import cn.linli.events.petition.PetitionEvent.VisitMissed;
import cn.linli.events.petition.PetitionEvent.Withdrawn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the three rates leave out, by reason: {@link Exclusions} says what, once for all. */
final class LeftOut {

  private static final Map<String, Count> COUNTS = counts();

  private LeftOut() {}

  private static Map<String, Count> counts() {
    var counts = new LinkedHashMap<String, Count>();
    put(counts, Exclusions.INADMISSIBLE, Rejected.class);
    put(counts, Exclusions.OUT_OF_DUTY, Rejected.class);
    put(counts, Exclusions.WITHDRAWN, Withdrawn.class);
    put(counts, Exclusions.UNREACHED, VisitMissed.class);
    put(counts, Exclusions.ANSWERED_AT_ONCE, Resolved.class);
    put(counts, Exclusions.NO_CONTACT_ASKED, Submitted.class);
    put(counts, Exclusions.PRAISE, Submitted.class);
    return counts;
  }

  private static <E extends PetitionEvent> void put(
      Map<String, Count> counts, String reason, Class<E> type) {
    counts.put(
        reason,
        Count.of(reason)
            .on(
                type,
                (event, day, adding) ->
                    Exclusions.of(event, day).stream()
                        .filter(it -> it.what().equals(reason))
                        .forEach(it -> adding.add(it.day(), it.times())))
            .moved((standing, adding) ->
                standing.tallies(reason).forEach(it -> adding.add(it.day(), it.times()))));
  }

  /** A figure's own count, and all that is left out. */
  static List<Count> and(Count count) {
    return Stream.concat(Stream.of(count), COUNTS.values().stream()).toList();
  }

  static Map<String, Long> in(Sums sums, String... reasons) {
    var left = new LinkedHashMap<String, Long>();
    for (String reason : reasons) {
      Count count = COUNTS.get(reason);
      left.put(reason, count == null ? 0 : sums.in(count));
    }
    return left;
  }
}
