package cn.linli.gateway.views.figures;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue of figures about disputes, in the order they are shown, and what they rest on. */
final class DisputeFigures {

  static final List<Figure> ALL =
      List.of(
          Disputes.REGISTERED_FIGURE,
          Disputes.CONCLUDED_FIGURE,
          Disputes.AGREED_FIGURE,
          Disputes.FAILED_FIGURE,
          Disputes.REFUSED_FIGURE,
          Disputes.WITHDRAWN_FIGURE,
          Disputes.SUCCESS_RATE,
          Disputes.FIRST_SESSION_RATE,
          Performance.RATE,
          Performance.CONFIRMED_FIGURE,
          HandOvers.FIGURE);

  private static final Set<Figure> HAVE_PATHWAY = Set.of(HandOvers.FIGURE);

  private DisputeFigures() {}

  /** What each kind of event adds to. */
  static Map<Class<?>, List<DisputeRule<?>>> rules() {
    return Stream.of(Disputes.RULES, Performance.RULES, HandOvers.RULES)
        .flatMap(List::stream)
        .collect(Collectors.groupingBy(DisputeRule::type));
  }

  /** Nobody knows at the registration yet who will mediate it how. */
  static boolean canBeDivided(Figure figure, Dimension by) {
    return switch (by) {
      case KIND, LEVEL -> true;
      case MECHANISM -> figure != Disputes.REGISTERED_FIGURE;
      case PATHWAY -> HAVE_PATHWAY.contains(figure);
      case CATEGORY, CHANNEL, SERVICE -> false;
    };
  }
}
