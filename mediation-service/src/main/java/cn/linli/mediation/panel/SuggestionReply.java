package cn.linli.mediation.panel;

import cn.linli.events.mediation.Mechanism;
import cn.linli.events.mediation.MediatorGrade;
import cn.linli.mediation.domain.roster.ConflictKind;
import cn.linli.mediation.domain.roster.Merit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who could mediate a dispute, best first, and who may not, each with the reasons.
 *
 * @param formula version of the table of points
 * @param mediators the first so many who may sit
 * @param considered how many may sit
 * @param cut more mediators work here than were looked at
 */
public record SuggestionReply(
    String dispute,
    Mechanism mechanism,
    int formula,
    int considered,
    boolean cut,
    List<Fit> mediators,
    List<Blocked> blocked,
    List<Bench> panels) {

  /**
   * @param name masked
   * @param score sum of the parts
   */
  public record Fit(
      String mediator,
      @Nullable String name,
      MediatorGrade grade,
      int openCases,
      int score,
      List<Part> parts) {}

  /** {@code text}: the reason in words. */
  public record Part(Merit code, int points, String detail, String text) {}

  public record Blocked(String mediator, @Nullable String name, List<Reason> reasons) {}

  /** {@code party}: whom it is about; null: none of them. */
  public record Reason(ConflictKind code, @Nullable String party, String text) {}

  /**
   * @param missing seats that nobody on the roster can take
   */
  public record Bench(int score, boolean complete, List<Place> seats, List<String> missing) {}

  public record Place(String seat, String mediator, @Nullable String name) {}
}
