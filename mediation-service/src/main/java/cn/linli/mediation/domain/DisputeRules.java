package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.DisputeEvent.ActRecorded;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.mediation.domain.DisputeCommand.*;
import cn.linli.platform.decide.Decision;
import java.util.ArrayList;

/** Every rule of a dispute, by capability. */
public final class DisputeRules {

  private DisputeRules() {}

  public static Decision<MediationEvent> decide(
      DisputeCommand command, Dispute dispute, Facts facts) {
    var decision = decided(command, dispute, facts);
    return decision instanceof Decision.Accepted<MediationEvent>(var events)
        ? Decision.accept(Consequences.of(events, dispute, facts))
        : decision;
  }

  private static Decision<MediationEvent> decided(
      DisputeCommand command, Dispute dispute, Facts facts) {
    if (command instanceof Register register) {
      return dispute.exists() ? refuse("already-registered") : Intake.register(register, facts);
    }
    if (!dispute.exists()) {
      return refuse("not-found");
    }
    if (command instanceof PartyAct act) {
      return switch (Speaking.of(act.voice(), dispute, facts.actor())) {
        case Speaking.Spoken.Not(var why) -> refuse(why);
        case Speaking.Spoken.By(var party) ->
            shown(act.voice(), party, ofParty(command, party, dispute, facts));
      };
    }
    return switch (command) {
      case Register _, Answer _, Leave _, Withdraw _ ->
          throw new IllegalStateException("decided above");
      case Accept accept -> Taking.accept(accept, dispute, facts);
      case Refuse refusal -> Taking.turnAway(refusal, dispute, facts);
      case Transfer transfer -> Transferring.transfer(transfer, dispute, facts);
      case Invite invite -> Joining.invite(invite, dispute, facts);
      case Join join -> Joining.join(join, dispute, facts);
      case Describe describe -> Joining.describe(describe, dispute, facts);
      case AddFiles files -> Files.add(files, dispute, facts);
      case Erase erase -> Erasing.erase(erase, dispute, facts);
      case ContactCommand contact -> Contacts.decide(contact, dispute);
      case NoticeCommand notice -> Telling.decide(notice, dispute, facts);
      case DossierCommand dossier -> Dossier.decide(dossier, dispute, facts);
      case HandOverCommand handOver -> HandingOver.decide(handOver, dispute, facts);
      case HearingCommand hearing -> Hearing.decide(hearing, dispute, facts);
      case AssessmentCommand assessment -> Assessing.decide(assessment, dispute, facts);
      case PaceCommand pace -> Pacing.decide(pace, dispute, facts);
      case PanelCommand panel -> Empanelling.decide(panel, dispute, facts);
      case RiskCommand risk -> Risking.decide(risk, dispute, facts);
      case AgreementCommand agreement -> AgreementRules.decide(agreement, dispute, facts);
    };
  }

  /** What only a party does; {@code party} is there and speaks. */
  private static Decision<MediationEvent> ofParty(
      DisputeCommand command, Party party, Dispute dispute, Facts facts) {
    return switch (command) {
      case Answer answer -> Consenting.answer(answer, party, dispute, facts);
      case Leave leave -> Leaving.leave(leave, party, dispute, facts);
      case Withdraw _ -> Leaving.withdraw(party, dispute, facts);
      case HearingCommand hearing -> Hearing.ofParty(hearing, party, dispute);
      case AssessmentCommand.WithdrawClaim withdraw ->
          Assessing.withdraw(withdraw, party, dispute, facts);
      case PaceCommand pace -> Pacing.ofParty(pace, party, dispute, facts);
      case PanelCommand.Choose choose -> Empanelling.choose(choose, party, dispute);
      case PanelCommand.RefuseMediator refuse -> Empanelling.refuseMediator(refuse, party, dispute);
      case AgreementCommand agreement -> AgreementRules.ofParty(agreement, party, dispute, facts);
      default -> throw new IllegalStateException(command + " is no act of a party");
    };
  }

  /** An act recorded for somebody else is shown as such: its evidence stands beside it. */
  private static Decision<MediationEvent> shown(
      Voice voice, Party party, Decision<MediationEvent> decision) {
    Voice.Recorded recorded = voice.recorded();
    if (recorded == null || !(decision instanceof Decision.Accepted<MediationEvent>(var events))) {
      return decision;
    }
    var all = new ArrayList<MediationEvent>();
    all.add(new ActRecorded(party.no(), recorded.evidenceRef(), recorded.attachments()));
    all.addAll(events);
    return Decision.accept(all);
  }
}
