package cn.linli.mediation.domain;

import cn.linli.events.mediation.MediationEvent;
import cn.linli.mediation.domain.AgreementCommand.*;
import cn.linli.platform.decide.Decision;

/** Every rule of agreements. */
final class AgreementRules {

  private AgreementRules() {}

  static Decision<MediationEvent> decide(AgreementCommand command, Dispute dispute, Facts facts) {
    return switch (command) {
      case Agree draft -> Agreeing.draft(draft, dispute, facts);
      case SignAsMediator sign -> Signing.mediator(sign, dispute, facts);
      case Seal seal -> Signing.seal(seal, dispute, facts);
      case DecideConfirmation decision -> Confirming.decide(decision, dispute, facts);
      case Perform perform -> Performing.perform(perform, dispute, facts);
      case Miss miss -> Performing.miss(miss, dispute, facts);
      case ReturnVisit visit -> Performing.visit(visit, dispute, facts);
      case CloseFile close -> Performing.close(close, dispute, facts);
      case Sign _, JoinConfirmation _ -> throw new IllegalStateException("an act of a party");
    };
  }

  /** {@code party} is there and speaks. */
  static Decision<MediationEvent> ofParty(
      AgreementCommand command, Party party, Dispute dispute, Facts facts) {
    return switch (command) {
      case Sign sign -> Signing.party(sign, party, dispute, facts);
      case JoinConfirmation join -> Confirming.join(join, party, dispute, facts);
      default -> throw new IllegalStateException(command + " is no act of a party");
    };
  }
}
