package cn.linli.gateway.views.cells;

import cn.linli.gateway.views.figures.Count;
import cn.linli.gateway.views.figures.Sums;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/**
 * The cells of one division, or of one row of its break-down, as they were at one instant. Whole
 * months come from the year's cells, the days of a cut month from its own.
 */
public final class DivisionCells {

  /** Counts of one day or month: from its own cell and from siblings recorded later. */
  private record Entry(Document counts, boolean late) {}

  private final Map<YearMonth, List<Entry>> months = new TreeMap<>();
  private final Map<YearMonth, Map<Integer, List<Entry>>> days = new HashMap<>();

  void addMonth(YearMonth month, Document counts, boolean late) {
    months.computeIfAbsent(month, unseen -> new ArrayList<>()).add(new Entry(counts, late));
  }

  void addDay(LocalDate day, Document counts, boolean late) {
    days.computeIfAbsent(YearMonth.from(day), unseen -> new HashMap<>())
        .computeIfAbsent(day.getDayOfMonth(), unseen -> new ArrayList<>())
        .add(new Entry(counts, late));
  }

  /** For break-downs, which have no cells by year: a month is the sum of its days. */
  void monthsFromDays() {
    days.forEach((month, byDay) ->
        byDay
            .values()
            .forEach(entries ->
                entries.forEach(entry -> addMonth(month, entry.counts(), entry.late()))));
  }

  /** Sums over a period; {@code less} is taken away where only a rest is wanted. */
  public Sums over(Period period, List<DivisionCells> less) {
    return new PeriodSums(this, less, period);
  }

  public Sums over(Period period) {
    return over(period, List.of());
  }

  /** Whether something in the period became known after its day. */
  public boolean revisedIn(Period period) {
    return entries(period).stream().anyMatch(Entry::late);
  }

  private boolean isKnown(LocalDate until) {
    return !entries(new Period(null, until)).isEmpty();
  }

  private long sum(String name, Period period) {
    long sum = 0;
    for (var entry : entries(period)) {
      sum += entry.counts().get(name) instanceof Number number ? number.longValue() : 0;
    }
    return sum;
  }

  private void addCodes(String name, Period period, int sign, Map<String, Long> into) {
    for (var entry : entries(period)) {
      if (entry.counts().get(name) instanceof Document codes) {
        codes.forEach(
            (code, sum) -> into.merge(code, sign * ((Number) sum).longValue(), Long::sum));
      }
    }
  }

  private List<Entry> entries(Period period) {
    var found = new ArrayList<Entry>();
    months.forEach((month, entries) -> {
      if (period.holdsAllOf(month)) {
        found.addAll(entries);
      }
    });
    days.forEach((month, byDay) -> {
      if (period.touches(month) && !period.holdsAllOf(month)) {
        byDay.forEach((day, entries) -> {
          if (period.contains(month.atDay(day))) {
            found.addAll(entries);
          }
        });
      }
    });
    return found;
  }

  private record PeriodSums(DivisionCells cells, List<DivisionCells> less, Period period)
      implements Sums {

    @Override
    public long in(Count count) {
      return sum(count, period);
    }

    @Override
    public long until(Count count) {
      return sum(count, period.untilEnd());
    }

    private long sum(Count count, Period over) {
      return cells.sum(count.name(), over)
          - less.stream().mapToLong(other -> other.sum(count.name(), over)).sum();
    }

    @Override
    public Map<String, Long> codes(Count count) {
      return codes(count, period);
    }

    @Override
    public Map<String, Long> codesUntil(Count count) {
      return codes(count, period.untilEnd());
    }

    private Map<String, Long> codes(Count count, Period over) {
      var codes = new TreeMap<String, Long>();
      cells.addCodes(count.name(), over, 1, codes);
      less.forEach(other -> other.addCodes(count.name(), over, -1, codes));
      codes.values().removeIf(sum -> sum == 0);
      return codes;
    }

    @Override
    public boolean known() {
      return cells.isKnown(period.to());
    }
  }
}
