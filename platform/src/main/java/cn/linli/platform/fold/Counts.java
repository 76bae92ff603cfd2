package cn.linli.platform.fold;

import java.time.LocalDate;
import java.util.List;

/** Where a {@link Fold} puts what it counts. */
public interface Counts {

  /**
   * @param path codes of all divisions it counts for, coarsest first
   * @param labels {@code dimension.code} pairs it is broken down by; see {@link CellKeys#label}
   * @param day the day it belongs to
   * @param recordedDay the day it became known; another day than {@code day} marks a revision
   */
  Line line(List<String> path, List<String> labels, LocalDate day, LocalDate recordedDay);

  /** Where a fold that shares its generation with others puts its own: under its own subject. */
  Counts under(Fold fold);

  /** Counts of one place, day and set of labels. */
  interface Line {

    /** Counted in total and under each label. */
    Line add(String name, long delta);

    /** Counted in total only: for histograms, whose many names would swell the break-downs. */
    Line addUndivided(String name, long delta);
  }
}
