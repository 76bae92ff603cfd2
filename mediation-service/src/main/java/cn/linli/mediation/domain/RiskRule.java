package cn.linli.mediation.domain;

import static cn.linli.events.mediation.RiskGrade.AMBER;
import static cn.linli.events.mediation.RiskGrade.RED;

import cn.linli.events.mediation.DangerSign;
import cn.linli.events.mediation.RiskGrade;
import cn.linli.events.mediation.RiskReason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * The published rule: a table, and the worst row that holds gives the grade. It looks at the
 * dispute alone, never at who the parties are. Thresholds are decisions of the project; five
 * persons are also where 信访工作条例 §20 asks a group for representatives. Shown in
 * docs/mediation/risk.md, which a test compares with this table.
 */
public final class RiskRule {

  /** So many measures of at least amber make a dispute red together. */
  static final int SEVERAL = 3;

  private static final Set<DangerSign> VIOLENT =
      EnumSet.of(DangerSign.INJURY, DangerSign.WEAPON, DangerSign.SELF_HARM);

  private RiskRule() {}

  /** Such signs are reported to the police (人民调解法 §25). */
  public static boolean isViolent(Set<DangerSign> signs) {
    return signs.stream().anyMatch(VIOLENT::contains);
  }

  /**
   * What the rule looks at.
   *
   * @param parties that are in the case
   * @param signs of danger that hold
   * @param daysOpen calendar days since it was received
   * @param repeats earlier disputes of the same sides
   */
  record Seen(int parties, Set<DangerSign> signs, int daysOpen, int repeats) {

    int violent() {
      return (int) signs.stream().filter(VIOLENT::contains).count();
    }

    int tense() {
      return signs.size() - violent();
    }
  }

  /** What is measured. */
  public enum Measure {
    PARTIES("number of parties in the case", Seen::parties),
    VIOLENCE("signs of violence: injury, weapon, self-harm", Seen::violent),
    TENSION("signs of tension: threat, damage, gathering", Seen::tense),
    DAYS("calendar days since it was received", Seen::daysOpen),
    REPEATS("earlier disputes of the same sides", Seen::repeats);

    private final String words;
    private final ToIntFunction<Seen> value;

    Measure(String words, ToIntFunction<Seen> value) {
      this.words = words;
      this.value = value;
    }

    public String words() {
      return words;
    }
  }

  /** {@code reason} holds where the measure is at least {@code from}. */
  public record Row(RiskReason reason, Measure measure, int from, RiskGrade grade) {
    boolean holds(Seen seen) {
      return measure.value.applyAsInt(seen) >= from;
    }
  }

  /** Of each measure the worse row first: only the first that holds is named. */
  public static final List<Row> ROWS =
      List.of(
          new Row(RiskReason.LARGE_GROUP, Measure.PARTIES, 10, RED),
          new Row(RiskReason.GROUP, Measure.PARTIES, 5, AMBER),
          new Row(RiskReason.VIOLENCE, Measure.VIOLENCE, 1, RED),
          new Row(RiskReason.TENSION, Measure.TENSION, 1, AMBER),
          new Row(RiskReason.VERY_LONG_OPEN, Measure.DAYS, 60, RED),
          new Row(RiskReason.LONG_OPEN, Measure.DAYS, 30, AMBER),
          new Row(RiskReason.OFTEN_REPEATED, Measure.REPEATS, 3, RED),
          new Row(RiskReason.REPEATED, Measure.REPEATS, 1, AMBER));

  /** A grade with the rows that gave it. */
  record Graded(RiskGrade grade, List<RiskReason> reasons) {}

  static Graded grade(Seen seen) {
    var reasons = new ArrayList<RiskReason>();
    var measured = EnumSet.noneOf(Measure.class);
    RiskGrade worst = RiskGrade.GREEN;
    for (Row row : ROWS) {
      if (row.holds(seen) && measured.add(row.measure())) {
        reasons.add(row.reason());
        worst = row.grade().compareTo(worst) > 0 ? row.grade() : worst;
      }
    }
    if (reasons.size() >= SEVERAL && worst != RED) {
      reasons.add(RiskReason.SEVERAL);
      worst = RED;
    }
    return new Graded(worst, List.copyOf(reasons));
  }

  /** Days after which the mere passing of time will change the answer. */
  static List<Integer> daysNotTold(List<RiskReason> told) {
    int toldFrom =
        ROWS.stream()
            .filter(row -> row.measure() == Measure.DAYS && told.contains(row.reason()))
            .mapToInt(Row::from)
            .max()
            .orElse(0);
    return ROWS.stream()
        .filter(row -> row.measure() == Measure.DAYS && row.from() > toldFrom)
        .map(Row::from)
        .sorted()
        .toList();
  }
}
