package cn.linli.mediation.domain;

import cn.linli.events.mediation.AgreementEvent;
import cn.linli.events.mediation.AgreementEvent.*;
import cn.linli.mediation.domain.Agreement.Signature;
import cn.linli.mediation.domain.Agreement.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The agreements of one dispute, oldest first. */
public record Accords(List<Agreement> agreements) {

  public static final Accords NONE = new Accords(List.of());

  public Accords {
    agreements = List.copyOf(agreements);
  }

  public static Accords of(Dispute dispute) {
    return Objects.requireNonNullElse(dispute.proceedings().accords(), NONE);
  }

  public Optional<Agreement> find(String agreement) {
    return agreements.stream().filter(it -> it.id().equals(agreement)).findFirst();
  }

  /** The agreement an obligation stands in, where it binds or may still bind. */
  public Optional<Agreement> holding(String obligation) {
    return agreements.stream()
        .filter(it -> it.state() != Agreement.State.SUPERSEDED)
        .filter(it -> it.obligation(obligation).isPresent())
        .findFirst();
  }

  /** Those that bind the parties. */
  public Stream<Agreement> binding() {
    return agreements.stream().filter(it -> it.state().binds());
  }

  /** How many obligations there ever were: their numbers go on over all agreements. */
  int obligations() {
    return agreements.stream().mapToInt(it -> it.obligations().size()).sum();
  }

  int visits() {
    return agreements.stream().mapToInt(it -> it.visits().size()).sum();
  }

  Accords after(AgreementEvent event, Instant at, String by) {
    return switch (event) {
      case AgreementDrafted it -> drafted(it, at, by);
      case AgreementSigned it ->
          with(
              it.agreement(),
              now -> now.plus(new Signature(it.party(), it.mediator(), it.manner(), at)));
      case AgreementSealed it -> with(it.agreement(), now -> now.sealed(at));
      case AgreementEffective it ->
          it.agreement() == null ? this : with(it.agreement(), now -> now.effective(at));
      case ConfirmationJoined it -> with(it.agreement(), now -> now.with(joined(it, now)));
      case ConfirmationApplied it ->
          with(it.agreement(), now -> now.with(confirmation(now).applied(at)));
      case AgreementConfirmed it ->
          with(
              it.agreement(),
              now ->
                  now.with(
                      confirmation(now).decided(it.confirmed(), at, it.caseRef(), it.reasonRef())));
      case ObligationFellDue it -> told(it.agreement(), it.obligation(), Obligation.Step.FELL_DUE);
      case ReturnVisitFellDue it ->
          told(it.agreement(), it.obligation(), Obligation.Step.RETURN_VISIT);
      case RemedyTold it -> told(it.agreement(), it.obligation(), Obligation.Step.REMEDY);
      case ObligationPerformed it ->
          with(
              it.agreement(),
              now ->
                  now.with(
                      it.obligation(),
                      own -> own.settled(Obligation.State.PERFORMED, at, it.noteRef())));
      case ObligationMissed it ->
          with(
              it.agreement(),
              now ->
                  now.with(
                      it.obligation(),
                      own -> own.settled(Obligation.State.MISSED, at, it.noteRef())));
      case ReturnVisited it ->
          with(
              it.agreement(),
              now ->
                  now.plus(
                      new Visit(
                          it.party(),
                          it.performed(),
                          it.satisfied(),
                          it.again(),
                          it.noteRef(),
                          at,
                          by)));
      case AgreementPerformed it ->
          with(it.agreement(), now -> now.with(Agreement.State.PERFORMED));
      case AgreementBreached it ->
          it.agreement() == null
              ? this
              : with(it.agreement(), now -> now.with(Agreement.State.BREACHED));
      case PerformanceReminded _, DisputeClosed _ -> this;
    };
  }

  private Accords drafted(AgreementDrafted it, Instant at, String by) {
    var more = new ArrayList<Agreement>();
    for (Agreement agreement : agreements) {
      more.add(
          it.supersedes().contains(agreement.id())
              ? agreement.with(Agreement.State.SUPERSEDED)
              : agreement);
    }
    more.add(Agreement.of(it, at, by));
    return new Accords(more);
  }

  private static Confirmation joined(ConfirmationJoined it, Agreement now) {
    Confirmation before = now.confirmation();
    return (before == null ? Confirmation.asked(it.courtRef(), it.courtMark()) : before)
        .joinedBy(it.party());
  }

  private static Confirmation confirmation(Agreement agreement) {
    return Objects.requireNonNull(agreement.confirmation());
  }

  private Accords told(String agreement, String obligation, Obligation.Step step) {
    return with(agreement, now -> now.with(obligation, own -> own.told(step)));
  }

  private Accords with(String agreement, UnaryOperator<Agreement> change) {
    return new Accords(
        agreements.stream().map(it -> it.id().equals(agreement) ? change.apply(it) : it).toList());
  }
}
