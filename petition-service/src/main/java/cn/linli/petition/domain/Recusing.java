package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.FormalEvent.Recused;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.Unit;
import cn.linli.petition.domain.FormalCase.Review;
import cn.linli.petition.domain.FormalCommand.Recuse;
import cn.linli.platform.access.ActorRef;
import cn.linli.platform.decide.Decision;

/**
 * Recusal (回避): who has an interest in the matter withdraws; a colleague goes on, and the recused
 * person acts in it no more, whatever their role. Source: 信访工作条例 §28.
 */
final class Recusing {

  private Recusing() {}

  static Decision<PetitionEvent> recuse(
      Recuse recuse, Petition petition, FormalCase formal, Facts facts) {
    Unit unit = facts.actor().unit();
    Review review = formal.review();
    boolean reviews =
        petition.status() == Status.UNDER_REVIEW
            && review != null
            && Reviewing.reviews(review, facts.actor());
    boolean handles = petition.isOpen() && facts.actor().holds(petition);
    if (unit == null || !reviews && !handles) {
      return refuse("not-the-holder");
    }
    return formal.recused().size() < FormalCase.RECUSED_MAX
        ? accept(new Recused(unit, recuse.reasonRef()))
        : refuse("too-many-recusals", "limit", FormalCase.RECUSED_MAX);
  }

  static boolean isBarred(Petition petition, Actor actor) {
    FormalCase formal = petition.proceedings().formal();
    return formal != null
        && actor.unit() != null
        && formal.recused().contains(personOf(actor.ref()));
  }

  /** The person of a reference {@code role@division#person}: a second role is the same person. */
  static String personOf(String ref) {
    return ActorRef.mark(ref);
  }
}
