package cn.linli.gateway.views.cells;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cells of one division, or of one row of its break-down, by the subject they are counted
 * under.
 */
public final class SubjectCells {

  static final SubjectCells NONE = new SubjectCells(Map.of());

  private final Map<String, DivisionCells> bySubject;

  private SubjectCells(Map<String, DivisionCells> bySubject) {
    this.bySubject = bySubject;
  }

  static SubjectCells empty() {
    return new SubjectCells(new HashMap<>());
  }

  DivisionCells into(String subject) {
    return bySubject.computeIfAbsent(subject, unseen -> new DivisionCells());
  }

  void monthsFromDays() {
    bySubject.values().forEach(DivisionCells::monthsFromDays);
  }

  public DivisionCells of(String subject) {
    return bySubject.getOrDefault(subject, new DivisionCells());
  }

  /** The cells of one subject in all of these. */
  public static List<DivisionCells> of(List<SubjectCells> all, String subject) {
    return all.stream().map(cells -> cells.of(subject)).toList();
  }
}
