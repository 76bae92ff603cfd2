package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.AttachmentsAdded;
import cn.linli.events.petition.PetitionEvent.Commented;
import cn.linli.events.petition.PetitionEvent.Reminded;
import cn.linli.events.petition.PetitionEvent.Supervised;
import cn.linli.events.petition.Unit;
import cn.linli.petition.domain.PetitionCommand.Attach;
import cn.linli.petition.domain.PetitionCommand.Comment;
import cn.linli.petition.domain.PetitionCommand.Supervise;
import cn.linli.platform.decide.Decision;

/** Reminders, supervision, and words that change no state. The clock runs on. */
final class Urging {

  /** Over the life of a request, beside what its handlers add. */
  static final int ATTACHMENTS_MAX = 50;

  private Urging() {}

  /** Somebody other than the holder: a unit above, who dispatched it, or a desk of the place. */
  static boolean isAbove(Petition petition, Actor actor) {
    Unit unit = actor.unit();
    Unit dispatcher = petition.held().dispatchedBy();
    return unit != null
        && !actor.holds(petition)
        && (actor.standsAbove(petition)
            || dispatcher != null && Actor.isSameBody(unit, dispatcher)
            || actor.desk() && actor.covers(petition.filed().division()));
  }

  static Decision<PetitionEvent> remind(Petition petition, Facts facts) {
    if (!petition.isOpen()) {
      return refuse("already-closed");
    }
    boolean byResident = facts.actor().isOwnerOf(petition);
    return byResident || isAbove(petition, facts.actor())
        ? accept(new Reminded(byResident))
        : refuse("not-above");
  }

  static Decision<PetitionEvent> supervise(Supervise supervise, Petition petition, Facts facts) {
    if (!petition.isOpen()) {
      return refuse("already-closed");
    }
    if (!isAbove(petition, facts.actor())) {
      return refuse("not-above");
    }
    return supervise.due().isAfter(facts.now())
        ? accept(new Supervised(supervise.form(), supervise.due(), false))
        : refuse("due-in-the-past");
  }

  static Supervised automatic(String form, Facts facts) {
    return new Supervised(
        form,
        facts.calendar().due(facts.now(), facts.rulebook().habits().supervisionWithin()).at(),
        true);
  }

  static Decision<PetitionEvent> comment(Comment comment, Petition petition, Facts facts) {
    return accept(new Commented(facts.actor().isOwnerOf(petition), comment.noteRef()));
  }

  static Decision<PetitionEvent> attach(Attach attach, Petition petition, Facts facts) {
    int ofPetitioner =
        petition.filed().attachments().size() - InternalFiles.of(petition).ids().size();
    return ofPetitioner + attach.attachments().size() > ATTACHMENTS_MAX
        ? refuse("too-many-attachments", "limit", ATTACHMENTS_MAX)
        : accept(new AttachmentsAdded(attach.attachments()));
  }
}
