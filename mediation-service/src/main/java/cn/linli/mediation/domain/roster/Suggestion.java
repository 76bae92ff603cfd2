package cn.linli.mediation.domain.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is suggested for a dispute.
 *
 * @param ranking everybody who could sit, and who may not
 * @param panels the best one first; each has the seats of the mechanism
 */
public record Suggestion(Ranking.Result ranking, List<Panel> panels) {

  /** Panels suggested: the best one and what it would be without its leader, and so on. */
  static final int PANELS_MAX = 3;

  /**
   * @param score sum of those who sit
   * @param missing codes of seats that nobody on the roster can take
   */
  public record Panel(List<Seating.Place> places, int score, List<String> missing) {
    public boolean isComplete() {
      return missing.isEmpty();
    }
  }

  public static Suggestion of(List<Candidate> roster, Matter matter, SeatPlan plan) {
    Ranking.Result ranking = Ranking.of(roster, matter);
    var scores = ranking.ranked().stream().collect(Collectors.toMap(Ranked::id, Ranked::score));
    var left = new ArrayList<>(ranking.ranked().stream().map(Ranked::candidate).toList());
    var panels = new ArrayList<Panel>();
    while (panels.size() < PANELS_MAX) {
      Seating.Proposal best = Seating.best(plan, left);
      if (!panels.isEmpty() && !best.missing().isEmpty()) {
        break; // what is incomplete is told once, where there is no complete one
      }
      int score = best.places().stream().mapToInt(it -> scores.get(it.candidate().id())).sum();
      panels.add(new Panel(best.places(), score, best.missing()));
      if (best.places().isEmpty()) {
        break;
      }
      left.remove(best.places().getFirst().candidate());
    }
    return new Suggestion(ranking, List.copyOf(panels));
  }
}
