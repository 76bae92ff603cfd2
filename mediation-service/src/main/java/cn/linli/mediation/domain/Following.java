package cn.linli.mediation.domain;

import cn.linli.events.mediation.AgreementEvent.ObligationFellDue;
import cn.linli.events.mediation.AgreementEvent.PerformanceReminded;
import cn.linli.events.mediation.AgreementEvent.RemedyTold;
import cn.linli.events.mediation.AgreementEvent.ReturnVisitFellDue;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.mediation.Remedy;
import cn.linli.mediation.domain.Obligation.Step;
import cn.linli.mediation.domain.Timers.Alarm;
import java.util.List;
import java.util.stream.Stream;

/**
 * What time brings while something agreed is not done: a reminder when it falls due, a return
 * visit, the remedies. It never says by itself that something was missed: somebody who knows does.
 */
final class Following {

  private Following() {}

  static Stream<Alarm> alarms(Dispute dispute) {
    return dispute.status() == Status.CLOSED || dispute.filed().erasedAt() != null
        ? Stream.empty()
        : Accords.of(dispute)
            .binding()
            .flatMap(agreement ->
                agreement.obligations().stream()
                    .flatMap(obligation -> alarm(agreement, obligation)));
  }

  private static Stream<Alarm> alarm(Agreement agreement, Obligation obligation) {
    return obligation.next().stream()
        .map(step ->
            new Alarm(
                step.at(obligation.due()),
                (state, facts) -> ring(step, agreement, obligation, state)));
  }

  private static List<MediationEvent> ring(
      Step step, Agreement agreement, Obligation obligation, Dispute dispute) {
    return switch (step) {
      case FELL_DUE ->
          List.of(
              new ObligationFellDue(
                  Ending.facets(dispute), agreement.id(), obligation.id(), obligation.due()),
              new PerformanceReminded(agreement.id(), obligation.id(), obligation.obligor()));
      case RETURN_VISIT ->
          List.of(
              new ReturnVisitFellDue(agreement.id(), obligation.id(), step.at(obligation.due())));
      case REMEDY ->
          List.of(
              new RemedyTold(
                  agreement.id(),
                  obligation.id(),
                  obligation.obligee(),
                  agreement.isConfirmed() ? Remedy.ENFORCEMENT : Remedy.LITIGATION));
    };
  }
}
