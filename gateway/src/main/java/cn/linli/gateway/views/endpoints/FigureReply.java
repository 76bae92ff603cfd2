package cn.linli.gateway.views.endpoints;

import cn.linli.gateway.views.figures.Dimension;
import cn.linli.gateway.views.figures.Figure;
import cn.linli.gateway.views.figures.Figures;
import cn.linli.platform.web.Language;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the catalogue.
 *
 * @param name and {@code formula} in the caller's language; {@code names} in both
 */
public record FigureReply(
    String code,
    String name,
    Map<String, String> names,
    String formula,
    Map<String, String> formulas,
    int version,
    String unit,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double target,
    List<String> by,
    boolean cases) {

  /** The whole catalogue. */
  public record Catalogue(List<FigureReply> items) {}

  static Catalogue catalogue(Language language) {
    return new Catalogue(Figures.ALL.stream().map(figure -> of(figure, language)).toList());
  }

  private static FigureReply of(Figure figure, Language language) {
    boolean english = language == Language.ENGLISH;
    return new FigureReply(
        figure.code(),
        english ? figure.nameEn() : figure.nameZh(),
        Map.of("zh-CN", figure.nameZh(), "en", figure.nameEn()),
        english ? figure.formulaEn() : figure.formulaZh(),
        Map.of("zh-CN", figure.formulaZh(), "en", figure.formulaEn()),
        figure.version(),
        figure.unit().wire(),
        figure.target(),
        Arrays.stream(Dimension.values())
            .filter(dimension -> Figures.canBeDivided(figure, dimension))
            .map(Dimension::wire)
            .toList(),
        figure.cases() != null);
  }
}
