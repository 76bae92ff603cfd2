package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.Unit;
import cn.linli.petition.domain.BatchCommand.SubmitItem;
import cn.linli.petition.domain.PetitionCommand.*;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.util.Optional;

/** Every rule of a request, by capability. */
public final class PetitionRules {

  private PetitionRules() {}

  public static Decision<PetitionEvent> decide(
      PetitionCommand command, Petition petition, Facts facts) {
    if (command instanceof Submit submit) {
      return petition.exists() ? refuse("already-submitted") : Intake.submit(submit, facts);
    }
    if (command instanceof Import history) {
      return petition.exists() ? refuse("already-submitted") : History.take(history, facts);
    }
    if (command instanceof SubmitItem item) {
      return petition.exists() ? refuse("already-submitted") : Batching.submit(item, facts);
    }
    if (!petition.exists()) {
      return refuse("not-found");
    }
    Unit unit = facts.actor().unit();
    if (unit != null && Accusation.reaches(unit, petition.filed().accusedMark(), facts.marks())) {
      return refuse("not-found");
    }
    if (Recusing.isBarred(petition, facts.actor())) {
      return refuse("recused");
    }
    Optional<Refusal> away = Referring.objectionWhileAway(command, petition, facts);
    if (away.isPresent()) {
      return refuse(away.get());
    }
    return switch (command) {
      case Submit _, Import _, SubmitItem _ -> throw new IllegalStateException("decided above");
      case Relocate relocate -> Intake.relocate(relocate, petition, facts);
      case Accept _ -> Handling.accept(petition, facts);
      case Reject reject -> Handling.reject(reject, petition, facts);
      case Contact contact -> Handling.contact(contact, petition, facts);
      case Progress progress -> Handling.progress(progress, petition, facts);
      case Resolve resolve -> Handling.resolve(resolve, petition, facts);
      case Dispatch dispatch -> Dispatching.dispatch(dispatch, petition, facts);
      case AddCoHandlers more -> Dispatching.addCoHandlers(more, petition, facts);
      case AskReturn ask -> Returning.ask(ask, petition, facts);
      case DecideReturn decision -> Returning.decide(decision, petition, facts);
      case Escalate escalate -> Climbing.escalate(escalate, petition, facts);
      case SendBack sendBack -> Climbing.sendBack(sendBack, petition, facts);
      case Visit visit -> Visiting.visit(visit, petition, facts);
      case Rate rate -> Visiting.rate(rate, petition, facts);
      case Thank thank -> Visiting.thank(thank, petition, facts);
      case Close close -> Closing.close(close, petition, facts);
      case Reopen reopen -> Closing.reopen(reopen, petition, facts);
      case Withdraw _ -> Closing.withdraw(petition, facts);
      case AskExtension ask -> Extending.ask(ask, petition, facts);
      case DecideExtension decision -> Extending.decide(decision, petition, facts);
      case AskSuspension ask -> Pausing.ask(ask, petition, facts);
      case DecideSuspension decision -> Pausing.decide(decision, petition, facts);
      case Resume _ -> Pausing.resume(petition, facts);
      case Remind _ -> Urging.remind(petition, facts);
      case Supervise supervise -> Urging.supervise(supervise, petition, facts);
      case Comment comment -> Urging.comment(comment, petition, facts);
      case Attach attach -> Urging.attach(attach, petition, facts);
      case NoticeCommand notice -> Telling.decide(notice, petition, facts);
      case KinCommand.RateMerged rate -> Merging.rate(rate, petition, facts);
      case ErasureCommand.Erase erase -> Erasing.erase(erase, petition, facts);
      case BatchCommand.Reinspect look -> Batching.reinspect(look, petition, facts);
      case DeliberationCommand step -> Deliberating.decide(step, petition, facts);
      case WhistleCommand whistle -> Whistling.decide(whistle, petition, facts);
      case BuildingWhistleCommand whistle -> BuildingWhistling.decide(whistle, petition, facts);
      case FormalCommand formal -> FormalRules.decide(formal, petition, facts);
      case ReferralCommand referral -> Referring.decide(referral, petition, facts);
    };
  }
}
