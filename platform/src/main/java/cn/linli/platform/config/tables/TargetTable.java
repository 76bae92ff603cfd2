package cn.linli.platform.config.tables;

import cn.linli.events.WireName;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the figures of the views are measured against, by figure code. The shares of the closing
 * levels are required: at least 70 % grid, at least 20 % community, less than 10 % upward (domain
 * rules R5-15); they are targets, not exact shares.
 */
public record TargetTable(@Size(max = TargetTable.FIGURES_MAX) Map<String, Target> figures)
    implements ConfigTable {

  private static final List<String> REQUIRED =
      List.of(
          "petitions.levelShare.grid",
          "petitions.levelShare.community",
          "petitions.levelShare.upward");
  static final int FIGURES_MAX = 100;
  private static final Pattern FIGURE = Pattern.compile("[a-z]+(\\.[a-zA-Z]+){1,3}");

  public enum Direction implements WireName {
    AT_LEAST,
    LESS_THAN
  }

  public record Target(
      @Nullable Direction direction, @Nullable Integer percent, @Nullable String basis) {}

  public TargetTable {
    figures = Copies.of(figures);
  }

  public Optional<Target> target(String figure) {
    return Optional.ofNullable(figures.get(figure));
  }

  @Override
  public List<Flaw> flaws() {
    var flaws = new Flaws();
    flaws.size("figures", figures.size(), FIGURES_MAX);
    REQUIRED.stream()
        .filter(figure -> !figures.containsKey(figure))
        .forEach(figure -> flaws.add("figures." + figure, Flaw.MISSING));
    figures.forEach((figure, target) -> {
      String field = "figures." + figure;
      if (!FIGURE.matcher(figure).matches()) {
        flaws.add(field, "is no figure code");
      }
      if (target.direction() == null) {
        flaws.add(field + ".direction", Flaw.MISSING);
      }
      if (target.percent() == null) {
        flaws.add(field + ".percent", Flaw.MISSING);
      } else if (target.percent() < 0 || target.percent() > 100) {
        flaws.add(field + ".percent", "must be between 0 and 100");
      }
      flaws.basis(field + ".basis", target.basis());
    });
    return flaws.list();
  }
}
