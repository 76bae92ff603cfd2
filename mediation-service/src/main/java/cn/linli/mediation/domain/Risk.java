package cn.linli.mediation.domain;

import cn.linli.events.mediation.DangerSign;
import cn.linli.events.mediation.RiskEvent;
import cn.linli.events.mediation.RiskEvent.*;
import cn.linli.events.mediation.RiskGrade;
import cn.linli.events.mediation.RiskReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much a dispute asks for attention, and what was done about danger.
 *
 * @param reasons rows of the rule that hold
 * @param signs of danger that hold now
 * @param noteRef what was seen of them
 * @param repeats earlier disputes of the same sides
 * @param gradedAt when the grade became what it is
 * @param raisedAt when it became red; null while it is not
 * @param seenAt when the district said that it has seen it
 * @param reports to the police
 */
public record Risk(
    RiskGrade grade,
    List<RiskReason> reasons,
    Set<DangerSign> signs,
    @Nullable String noteRef,
    List<String> repeats,
    @Nullable Instant gradedAt,
    @Nullable Instant raisedAt,
    @Nullable Instant seenAt,
    List<Report> reports) {

  static final int REPEATS_MAX = 20;
  static final int REPORTS_MAX = 20;

  static final Risk NONE =
      new Risk(RiskGrade.GREEN, List.of(), Set.of(), null, List.of(), null, null, null, List.of());

  /** Told the police (人民调解法 §25). */
  public record Report(int number, String body, Instant reportedAt, String by, String noteRef) {}

  public Risk {
    reasons = List.copyOf(reasons);
    signs = signs.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(signs));
    repeats = List.copyOf(repeats);
    reports = List.copyOf(reports);
  }

  Risk after(RiskEvent event, Instant at, String by) {
    return switch (event) {
      case DangerNoted it ->
          new Risk(
              grade,
              reasons,
              Set.copyOf(it.signs()),
              it.noteRef(),
              repeats,
              gradedAt,
              raisedAt,
              seenAt,
              reports);
      case RepeatNoted it ->
          new Risk(
              grade,
              reasons,
              signs,
              noteRef,
              plus(repeats, it.earlier()),
              gradedAt,
              raisedAt,
              seenAt,
              reports);
      case RiskGraded it -> graded(it, at);
      case RiskAcknowledged _ ->
          new Risk(grade, reasons, signs, noteRef, repeats, gradedAt, raisedAt, at, reports);
      case PoliceReported it ->
          new Risk(
              grade,
              reasons,
              signs,
              noteRef,
              repeats,
              gradedAt,
              raisedAt,
              seenAt,
              plus(reports, new Report(it.number(), it.body(), it.reportedAt(), by, it.noteRef())));
    };
  }

  private Risk graded(RiskGraded it, Instant at) {
    boolean red = it.grade() == RiskGrade.RED;
    return new Risk(
        it.grade(),
        it.reasons(),
        signs,
        noteRef,
        repeats,
        it.grade() == grade ? gradedAt : at,
        red ? it.raised() ? at : raisedAt : null,
        red && !it.raised() ? seenAt : null,
        reports);
  }

  private static <T> List<T> plus(List<T> list, T one) {
    var more = new ArrayList<>(list);
    more.add(one);
    return more;
  }
}
