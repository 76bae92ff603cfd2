package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.DisputeLevel;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.mediation.RiskEvent.*;
import cn.linli.events.mediation.RiskGrade;
import cn.linli.events.mediation.RiskReason;
import cn.linli.mediation.domain.RiskCommand.*;
import cn.linli.platform.access.Role;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes the grade anew when a fact changes, and keeps what is done about danger (人民调解法 §25). */
final class Risking {

  private Risking() {}

  static Risk of(Dispute dispute) {
    return Objects.requireNonNullElse(dispute.proceedings().risk(), Risk.NONE);
  }

  static Decision<MediationEvent> decide(RiskCommand command, Dispute dispute, Facts facts) {
    if (command instanceof AcknowledgeRisk) {
      return acknowledge(dispute, facts);
    }
    if (!facts.actor().handles(dispute) && !facts.actor().guides(dispute)) {
      return refuse("not-the-mediators");
    }
    Risk risk = of(dispute);
    return switch (command) {
      case ReportToPolice ask -> report(ask, risk, facts);
      case NoteDanger ask ->
          dispute.isOpen()
              ? accept(new DangerNoted(ask.signs().stream().sorted().toList(), ask.noteRef()))
              : refuse("already-ended");
      case NoteRepeat ask -> repeat(ask, risk, dispute);
      case AcknowledgeRisk _ -> throw new IllegalStateException("decided above");
    };
  }

  /** Whoever fears harm reports it, whatever became of the mediation. */
  private static Decision<MediationEvent> report(ReportToPolice ask, Risk risk, Facts facts) {
    Instant reportedAt = Objects.requireNonNullElse(ask.reportedAt(), facts.now());
    if (reportedAt.isAfter(facts.now())) {
      return refuse("reported-in-the-future");
    }
    int number = risk.reports().size() + 1;
    return number > Risk.REPORTS_MAX
        ? refuse("too-many-reports", "limit", Risk.REPORTS_MAX)
        : accept(new PoliceReported(number, ask.body(), reportedAt, ask.noteRef()));
  }

  private static Decision<MediationEvent> repeat(NoteRepeat ask, Risk risk, Dispute dispute) {
    if (!dispute.isOpen()) {
      return refuse("already-ended");
    }
    if (ask.earlier().equals(dispute.filed().id()) || risk.repeats().contains(ask.earlier())) {
      return refuse("already-noted");
    }
    return risk.repeats().size() >= Risk.REPEATS_MAX
        ? refuse("too-many-repeats", "limit", Risk.REPEATS_MAX)
        : accept(new RepeatNoted(ask.earlier()));
  }

  private static Decision<MediationEvent> acknowledge(Dispute dispute, Facts facts) {
    Risk risk = of(dispute);
    if (!facts.actor().is(Role.DISTRICT_OFFICER)
        || !facts.actor().covers(dispute.filed().division())) {
      return refuse("not-the-district");
    }
    if (risk.grade() != RiskGrade.RED) {
      return refuse("not-raised");
    }
    return risk.seenAt() == null ? accept(new RiskAcknowledged()) : refuse("already-acknowledged");
  }

  /** What the rule says now, where it is not what was told before. */
  static Optional<MediationEvent> regraded(Dispute dispute, Instant now) {
    if (!dispute.isOpen()) {
      return Optional.empty();
    }
    Risk risk = of(dispute);
    RiskRule.Graded graded = RiskRule.grade(seen(dispute, risk, now));
    return graded.grade() == risk.grade() && graded.reasons().equals(risk.reasons())
        ? Optional.empty()
        : Optional.of(
            new RiskGraded(
                graded.grade(),
                risk.grade(),
                graded.reasons(),
                graded.grade() == RiskGrade.RED && risk.grade() != RiskGrade.RED,
                DisputeLevel.DISTRICT.around(dispute.filed().division())));
  }

  private static RiskRule.Seen seen(Dispute dispute, Risk risk, Instant now) {
    LocalDate received = WorkCalendar.dayOf(dispute.filed().receivedAt());
    int days = (int) ChronoUnit.DAYS.between(received, WorkCalendar.dayOf(now));
    return new RiskRule.Seen(dispute.present().size(), risk.signs(), days, risk.repeats().size());
  }

  /** The rule counts days: the begin of a day on which its answer changes is a limit. */
  static Stream<Timers.Alarm> alarms(Dispute dispute) {
    if (!dispute.isOpen()) {
      return Stream.empty();
    }
    List<RiskReason> told = of(dispute).reasons();
    LocalDate received = WorkCalendar.dayOf(dispute.filed().receivedAt());
    return RiskRule.daysNotTold(told).stream()
        .map(days ->
            new Timers.Alarm(
                WorkCalendar.startOfDay(received.plusDays(days)),
                (state, facts) -> regraded(state, facts.now()).stream().toList()));
  }
}
