package cn.linli.gateway.views.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A figure's value for one division and period.
 *
 * @param value null where there is no data; never 0 in its place
 * @param numerator of a rate
 * @param denominator of a rate
 * @param apart what the rate leaves out and lists beside it
 * @param excluded what the three rates leave out, by reason
 * @param target what the place aims at
 * @param suppressed true where a small number would point at people; then no number is given
 * @param revised true where something in it became known after its day
 */
public record Value(
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Number value,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Number numerator,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long denominator,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long apart,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Long> excluded,
    String unit,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double target,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean suppressed,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean revised,
    int formulaVersion) {

  Value hidden() {
    return new Value(null, null, null, null, null, unit, target, true, revised, formulaVersion);
  }

  /** With the target of the place it is shown for. */
  public Value aimedAt(@Nullable Double placesTarget) {
    return new Value(
        value,
        numerator,
        denominator,
        apart,
        excluded,
        unit,
        placesTarget,
        suppressed,
        revised,
        formulaVersion);
  }

  public Value revised(boolean nowRevised) {
    return new Value(
        value,
        numerator,
        denominator,
        apart,
        excluded,
        unit,
        target,
        suppressed,
        nowRevised,
        formulaVersion);
  }
}
