package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.AgreementEvent.AgreementSealed;
import cn.linli.events.mediation.AgreementEvent.AgreementSigned;
import cn.linli.events.mediation.AgreementForm;
import cn.linli.events.mediation.DisputeEvent.DisputeFilesAdded;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.mediation.domain.AgreementCommand.Seal;
import cn.linli.mediation.domain.AgreementCommand.Sign;
import cn.linli.mediation.domain.AgreementCommand.SignAsMediator;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names and the seal under a written agreement, in whatever order (人民调解法 §29). */
final class Signing {

  private Signing() {}

  static Decision<MediationEvent> party(Sign sign, Party party, Dispute dispute, Facts facts) {
    Agreement agreement = Accords.of(dispute).find(sign.agreement()).orElse(null);
    Optional<Refusal> objection = objection(agreement, dispute);
    if (objection.isPresent() || agreement == null) {
      return refuse(objection.orElseThrow());
    }
    if (!agreement.binds().contains(party.no())) {
      return refuse("not-bound");
    }
    return agreement.isSignedByParty(party.no())
        ? refuse("already-signed")
        : named(
            agreement,
            List.of(new AgreementSigned(agreement.id(), party.no(), null, sign.manner())),
            dispute,
            facts);
  }

  static Decision<MediationEvent> mediator(SignAsMediator sign, Dispute dispute, Facts facts) {
    Agreement agreement = Accords.of(dispute).find(sign.agreement()).orElse(null);
    Optional<Refusal> objection = objection(agreement, dispute);
    if (objection.isPresent() || agreement == null) {
      return refuse(objection.orElseThrow());
    }
    if (!Mediators.conducts(facts.actor(), dispute)) {
      return refuse("not-the-mediators");
    }
    Optional<String> own = Mediators.own(facts.actor(), dispute);
    String mediator = sign.mediator() == null ? own.orElse(null) : sign.mediator();
    if (mediator == null || !Mediators.sits(mediator, facts.actor(), dispute)) {
      return refuse("not-on-the-panel");
    }
    if (sign.recorded() == null && !own.filter(mediator::equals).isPresent()) {
      return refuse("not-yourself");
    }
    if (agreement.isSignedByMediator(mediator)) {
      return refuse("already-signed");
    }
    var events = new ArrayList<MediationEvent>();
    if (sign.recorded() != null && !sign.recorded().attachments().isEmpty()) {
      events.add(new DisputeFilesAdded(sign.recorded().attachments()));
    }
    events.add(new AgreementSigned(agreement.id(), null, mediator, sign.manner()));
    return named(agreement, events, dispute, facts);
  }

  static Decision<MediationEvent> seal(Seal seal, Dispute dispute, Facts facts) {
    Agreement agreement = Accords.of(dispute).find(seal.agreement()).orElse(null);
    Optional<Refusal> objection = objection(agreement, dispute);
    if (objection.isPresent() || agreement == null) {
      return refuse(objection.orElseThrow());
    }
    if (!Mediators.heads(facts.actor(), dispute)) {
      return refuse("not-the-committee-head");
    }
    return agreement.sealedAt() != null
        ? refuse("already-sealed")
        : named(agreement, List.of(new AgreementSealed(agreement.id())), dispute, facts);
  }

  private static Optional<Refusal> objection(@Nullable Agreement agreement, Dispute dispute) {
    if (agreement == null) {
      return Optional.of(Refusal.of("unknown-agreement"));
    }
    if (agreement.form() == AgreementForm.ORAL) {
      return Optional.of(Refusal.of("oral-needs-no-signature"));
    }
    return switch (agreement.state()) {
      case DRAFTED ->
          dispute.status() == Status.MEDIATING || dispute.status() == Status.AGREED
              ? Optional.empty()
              : Optional.of(Refusal.of("already-ended"));
      case SUPERSEDED -> Optional.of(Refusal.of("agreement-superseded"));
      case EFFECTIVE, PERFORMED, BREACHED -> Optional.of(Refusal.of("already-effective"));
    };
  }

  private static Decision<MediationEvent> named(
      Agreement agreement, List<MediationEvent> first, Dispute dispute, Facts facts) {
    var events = new ArrayList<>(first);
    events.addAll(Effect.ofName(agreement.id(), Evolution.all(dispute, first, facts), facts));
    return accept(events);
  }
}
