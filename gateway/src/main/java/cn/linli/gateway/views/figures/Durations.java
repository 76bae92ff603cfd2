package cn.linli.gateway.views.figures;

import cn.linli.events.petition.PetitionEvent.Resolved;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How long answers took, from a histogram: median and 90th percentile by nearest rank. Clock hours,
 * paused time included.
 */
final class Durations {

  private static final long MINUTES_PER_HOUR = 60;
  private static final long HOURS_PER_DAY = 24;

  /** 30 days: above it a bin is a whole day. */
  private static final long EXACT_HOURS = 720;

  static final Count HOURS =
      Count.of("hours")
          .on(
              Resolved.class,
              (event, day, adding) -> adding.addToBin(day, bin(event.span().minutes()), 1))
          .moved((standing, adding) ->
              standing
                  .resolutions()
                  .forEach(r -> adding.addToBin(r.day(), bin(r.span().minutes()), 1)));

  static final Figure MEDIAN = rank("medianHours", "办理时长中位数", "Median hours", 50);
  static final Figure P90 = rank("p90Hours", "办理时长九十分位", "90th percentile of hours", 90);

  private Durations() {}

  private static Figure rank(String code, String nameZh, String nameEn, int percent) {
    return new Figure(
        "petitions." + code,
        nameZh,
        nameEn,
        "期内答复由小到大第 ⌈%d%% × n⌉ 件的时长：自提交至答复的钟表小时，舍去不足一小时的部分；超过 720 小时的舍为整日（24 小时的倍数）"
            .formatted(percent),
        ("the ⌈%d %% × n⌉-th smallest of the n answers given in the period: clock hours from"
                + " submission to answer, rounded down to whole hours, above 720 hours to whole"
                + " days (multiples of 24)")
            .formatted(percent),
        1,
        Figure.Unit.HOURS,
        null,
        List.of(HOURS),
        false,
        new Figure.CaseFilter("resolved,closed", false),
        sums -> Figure.Result.number(nearestRank(sums.codes(HOURS), percent)));
  }

  static long bin(long minutes) {
    long hours = Math.max(0, minutes) / MINUTES_PER_HOUR;
    return hours <= EXACT_HOURS ? hours : hours / HOURS_PER_DAY * HOURS_PER_DAY;
  }

  /** Null without entries. */
  private static @Nullable Long nearestRank(Map<String, Long> entriesByBin, int percent) {
    var bins = new TreeMap<Long, Long>();
    entriesByBin.forEach((bin, entries) -> bins.put(Long.valueOf(bin), entries));
    long all = bins.values().stream().mapToLong(Long::longValue).sum();
    if (all <= 0) {
      return null;
    }
    long rank = Math.ceilDiv(percent * all, 100);
    long seen = 0;
    for (var bin : bins.entrySet()) {
      seen += bin.getValue();
      if (seen >= rank) {
        return bin.getKey();
      }
    }
    return bins.lastKey();
  }
}
