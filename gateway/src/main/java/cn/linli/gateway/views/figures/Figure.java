package cn.linli.gateway.views.figures;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One figure: what it is called, how it is computed, from which counts.
 *
 * @param code stable name in the outer contract
 * @param formulaEn the formula in words
 * @param version grows when the formula changes
 * @param target share aimed at, where practice names one; a place's own comes from its table
 * @param counts what events add to for it
 * @param divided whether it can be broken down by category, channel, kind and level
 * @param cases how its cases are found in the list of requests; null where no list shows them
 */
public record Figure(
    String code,
    String nameZh,
    String nameEn,
    String formulaZh,
    String formulaEn,
    int version,
    Unit unit,
    @Nullable Double target,
    List<Count> counts,
    boolean divided,
    @Nullable CaseFilter cases,
    Function<Sums, Result> formula) {

  /** In what a value is given. */
  public enum Unit {
    COUNT("count"),
    RATIO("ratio"),
    HOURS("hours");

    private final String wire;

    Unit(String wire) {
      this.wire = wire;
    }

    public String wire() {
      return wire;
    }
  }

  /**
   * Which requests a figure is about.
   *
   * @param status states, joined by a comma; null: any
   * @param onlyOverdue overdue ones only
   */
  public record CaseFilter(@Nullable String status, boolean onlyOverdue) {}

  /** The outcome of a formula, without its name. */
  public record Result(
      @Nullable Number value,
      @Nullable Number numerator,
      @Nullable Long denominator,
      @Nullable Long apart,
      @Nullable Map<String, Long> excluded) {

    static final Result NO_DATA = new Result(null, null, null, null, null);

    static Result number(@Nullable Number value) {
      return new Result(value, null, null, null, null);
    }

    /** No data where the denominator is 0. */
    static Result ratio(Number numerator, long denominator) {
      return ratio(numerator, denominator, null);
    }

    static Result ratio(Number numerator, long denominator, @Nullable Long apart) {
      return new Result(
          denominator == 0 ? null : rounded(numerator.doubleValue() / denominator),
          numerator,
          denominator,
          apart,
          null);
    }

    /** With what the rate leaves out, by reason. */
    Result excluding(Map<String, Long> reasons) {
      return new Result(value, numerator, denominator, apart, reasons);
    }

    private static double rounded(double ratio) {
      return Math.round(ratio * 1e6) / 1e6;
    }
  }

  /** Whose fold counts what it rests on. */
  public String subject() {
    return switch (code.substring(0, code.indexOf('.'))) {
      case DisputeFold.SUBJECT -> DisputeFold.SUBJECT;
      case BankFold.SUBJECT -> BankFold.SUBJECT;
      default -> PetitionFold.SUBJECT;
    };
  }

  public Value value(Sums sums) {
    Result result = sums.known() ? formula.apply(sums) : Result.NO_DATA;
    return new Value(
        result.value(),
        result.numerator(),
        result.denominator(),
        result.apart(),
        result.excluded(),
        unit.wire(),
        target,
        false,
        false,
        version);
  }

  public Value noData() {
    return new Value(null, null, null, null, null, unit.wire(), target, false, false, version);
  }

  /** A number of events or a state; 0 where the place is known and nothing was counted. */
  static Figure count(
      String code,
      String nameZh,
      String nameEn,
      String formulaZh,
      String formulaEn,
      List<Count> counts,
      @Nullable CaseFilter cases,
      ToLongFunction<Sums> number) {
    return new Figure(
        code,
        nameZh,
        nameEn,
        formulaZh,
        formulaEn,
        1,
        Unit.COUNT,
        null,
        counts,
        true,
        cases,
        sums -> Result.number(number.applyAsLong(sums)));
  }

  static Figure ratio(
      String code,
      String nameZh,
      String nameEn,
      String formulaZh,
      String formulaEn,
      @Nullable Double target,
      List<Count> counts,
      @Nullable CaseFilter cases,
      Function<Sums, Result> formula) {
    return new Figure(
        code,
        nameZh,
        nameEn,
        formulaZh,
        formulaEn,
        1,
        Unit.RATIO,
        target,
        counts,
        true,
        cases,
        formula);
  }

  /** After a change of the formula. */
  Figure inVersion(int newVersion) {
    return new Figure(
        code,
        nameZh,
        nameEn,
        formulaZh,
        formulaEn,
        newVersion,
        unit,
        target,
        counts,
        divided,
        cases,
        formula);
  }
}
