package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.PetitionEvent;
import cn.linli.petition.domain.FormalCommand.*;
import cn.linli.platform.decide.Decision;

/** The formal regime (信访工作条例), by clause; what it shares with the hotline stands there. */
final class FormalRules {

  private FormalRules() {}

  static Decision<PetitionEvent> decide(FormalCommand command, Petition petition, Facts facts) {
    FormalCase formal = petition.proceedings().formal();
    if (formal == null) {
      return refuse("formal-only");
    }
    return switch (command) {
      case Transfer transfer -> Transferring.transfer(transfer, petition, facts);
      case ServeNotice notice -> Noticing.serve(notice, petition, formal, facts);
      case IssueOpinion opinion -> Opining.issue(opinion, petition, facts);
      case RequestReview request -> Reviewing.request(request, petition, formal, facts);
      case Hear hear -> Reviewing.hear(hear, petition, formal, facts);
      case DecideReview decision -> Reviewing.decide(decision, petition, formal, facts);
      case Recuse recuse -> Recusing.recuse(recuse, petition, formal, facts);
    };
  }
}
