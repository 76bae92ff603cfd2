package cn.linli.gateway.views.figures;

import java.util.List;
import java.util.Set;

/** The catalogue of figures about requests, in the order they are shown. */
public final class PetitionFigures {

  public static final List<Figure> ALL =
      List.of(
          Received.FIGURE,
          Resolved.FIGURE,
          Closed.FIGURE,
          Open.FIGURE,
          Overdue.FIGURE,
          Resolved.ON_TIME_RATE,
          Votes.RESPONSE_RATE,
          Votes.RESOLUTION_RATE,
          Votes.SATISFACTION_RATE,
          LevelShares.GRID,
          LevelShares.COMMUNITY,
          LevelShares.UPWARD,
          Durations.MEDIAN,
          Durations.P90,
          Reopenings.RATE,
          Deliberations.HELD,
          Deliberations.COMPLETED,
          Matters.FIGURE,
          Matters.MERGED_FIGURE,
          Whistles.FIGURE,
          Whistles.ON_TIME_RATE);

  /** Only what happens when a matter is resolved or later has a level to go by. */
  private static final Set<Figure> HAVE_LEVEL =
      Set.of(Resolved.FIGURE, Resolved.ON_TIME_RATE, Closed.FIGURE);

  private PetitionFigures() {}

  /** Whether the figure is counted by the dimension's codes. */
  static boolean canBeDivided(Figure figure, Dimension by) {
    return switch (by) {
      case CATEGORY, CHANNEL, KIND -> figure.divided();
      case LEVEL -> HAVE_LEVEL.contains(figure);
      case MECHANISM, PATHWAY, SERVICE -> false;
    };
  }

  /** All counts that the figures rest on, each once. */
  public static List<Count> counts() {
    return ALL.stream().flatMap(figure -> figure.counts().stream()).distinct().toList();
  }

  /** Grows with any figure's version: the cells of another one are built anew. */
  public static int version() {
    return ALL.stream().mapToInt(Figure::version).sum();
  }
}
