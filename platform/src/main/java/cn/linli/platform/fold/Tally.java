package cn.linli.platform.fold;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Merges the counts of many records in memory. Each record is added at its finest division only;
 * {@link #changes} rolls up tier by tier, where counts of different places meet and become few.
 */
public final class Tally implements Counts {

  private final Fold fold;
  private final Map<List<String>, PlaceCounts> places = new HashMap<>();
  private final Map<String, Tally> others = new HashMap<>();
  private int firstYear = Integer.MAX_VALUE;

  public Tally(Fold fold) {
    this.fold = fold;
  }

  @Override
  public Line line(List<String> path, List<String> labels, LocalDate day, LocalDate recordedDay) {
    if (path.isEmpty()) {
      throw new IllegalArgumentException("a count needs a place");
    }
    firstYear = Math.min(firstYear, day.getYear());
    return new TallyLine(place(path).day(day, recordedDay), labels);
  }

  @Override
  public Counts under(Fold other) {
    return other.subject().equals(fold.subject())
        ? this
        : others.computeIfAbsent(other.subject(), unseen -> new Tally(other));
  }

  public boolean isEmpty() {
    return places.isEmpty() && others.values().stream().allMatch(Tally::isEmpty);
  }

  /** The earliest year counted for; readers of running sums begin there. */
  int firstYear() {
    int first = firstYear;
    for (var other : others.values()) {
      first = Math.min(first, other.firstYear());
    }
    return first;
  }

  /**
   * How many cells of the finest divisions it holds: what bounds its memory and its transaction.
   */
  public int size() {
    int cells = 0;
    for (var place : places.values()) {
      cells += place.size();
    }
    for (var other : others.values()) {
      cells += other.size();
    }
    return cells;
  }

  /** One change per cell, for every division of every path. Ends the tally's use. */
  public List<CellChange> changes() {
    rollUp();
    Map<String, CellChange> cells = new TreeMap<>();
    places.forEach((path, place) -> place.emit(path.getLast(), fold, cells));
    var changes = new ArrayList<>(cells.values());
    others.values().forEach(other -> changes.addAll(other.changes()));
    return changes;
  }

  private PlaceCounts place(List<String> path) {
    return places.computeIfAbsent(path, unseen -> new PlaceCounts());
  }

  private void rollUp() {
    int longest = places.keySet().stream().mapToInt(List::size).max().orElse(0);
    for (int length = longest; length > 1; length--) {
      int current = length;
      var paths = places.keySet().stream().filter(path -> path.size() == current).toList();
      for (var path : paths) {
        place(path.subList(0, length - 1)).addAll(places.get(path));
      }
    }
  }

  private record TallyLine(DayCounts counts, List<String> labels) implements Line {
    @Override
    public Line add(String name, long delta) {
      counts.total().add(name, delta);
      for (var label : labels) {
        counts.under(label).add(name, delta);
      }
      return this;
    }

    @Override
    public Line addUndivided(String name, long delta) {
      counts.total().add(name, delta);
      return this;
    }
  }

  /** The counts of one division. */
  static final class PlaceCounts {

    /** A month, and the day it was recorded unless that is the day it belongs to. */
    private record Period(YearMonth month, LocalDate recordedDay, boolean late) {}

    private final Map<Period, DayCounts[]> periods = new HashMap<>();

    DayCounts day(LocalDate day, LocalDate recordedDay) {
      boolean late = !day.equals(recordedDay);
      var period = new Period(YearMonth.from(day), late ? recordedDay : LocalDate.EPOCH, late);
      return at(days(period), day.getDayOfMonth());
    }

    int size() {
      return periods.size();
    }

    void addAll(PlaceCounts finer) {
      finer.periods.forEach((period, theirs) -> {
        DayCounts[] ours = days(period);
        for (int day = 1; day <= 31; day++) {
          if (theirs[day] != null) {
            at(ours, day).addAll(theirs[day]);
          }
        }
      });
    }

    void emit(String division, Fold fold, Map<String, CellChange> into) {
      String subject = fold.subject();
      boolean divided = fold.isDividedAt(division);
      periods.forEach((period, days) -> {
        var recordedDay = period.late ? period.recordedDay : null;
        YearMonth month = period.month;
        var monthCell =
            cell(CellKeys.sibling(CellKeys.month(division, month, subject), recordedDay), into);
        var yearCell =
            cell(
                CellKeys.sibling(CellKeys.year(division, month.getYear(), subject), recordedDay),
                into);
        var byCell =
            CellKeys.sibling(CellKeys.month(division, month, CellKeys.by(subject)), recordedDay);
        for (int day = 1; day <= 31; day++) {
          if (days[day] != null) {
            days[day].total().emit(CellKeys.dayField(day), monthCell);
            days[day].total().emit(CellKeys.monthField(month.getMonthValue()), yearCell);
            if (divided) {
              days[day].emitDivided(CellKeys.dayField(day), () -> cell(byCell, into));
            }
          }
        }
      });
    }

    private DayCounts[] days(Period period) {
      return periods.computeIfAbsent(period, unseen -> new DayCounts[32]);
    }

    private static DayCounts at(DayCounts[] days, int day) {
      if (days[day] == null) {
        days[day] = new DayCounts();
      }
      return days[day];
    }

    private static CellChange cell(String id, Map<String, CellChange> into) {
      return into.computeIfAbsent(id, CellChange::new);
    }
  }
}
