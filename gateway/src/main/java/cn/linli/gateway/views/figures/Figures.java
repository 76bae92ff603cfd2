package cn.linli.gateway.views.figures;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue of all figures, in the order they are shown. */
public final class Figures {

  public static final List<Figure> ALL =
      Stream.of(PetitionFigures.ALL, DisputeFigures.ALL, BankFigures.ALL)
          .flatMap(List::stream)
          .toList();

  private static final Map<String, Figure> BY_CODE =
      ALL.stream()
          .collect(
              Collectors.toMap(Figure::code, Function.identity(), (a, b) -> a, LinkedHashMap::new));

  private Figures() {}

  public static Optional<Figure> find(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** Whether the figure is counted by the dimension's codes. */
  public static boolean canBeDivided(Figure figure, Dimension by) {
    return switch (figure.subject()) {
      case DisputeFold.SUBJECT -> DisputeFigures.canBeDivided(figure, by);
      case BankFold.SUBJECT -> BankFigures.canBeDivided(figure, by);
      default -> PetitionFigures.canBeDivided(figure, by);
    };
  }

  /** Under which subjects what these figures rest on is counted, in a stable order. */
  public static List<String> subjects(Collection<Figure> figures) {
    return figures.stream().map(Figure::subject).distinct().sorted().toList().reversed();
  }
}
