package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.BatchItemEvent;
import cn.linli.events.petition.BatchItemEvent.JoinedBatch;
import cn.linli.events.petition.BatchItemEvent.Reinspected;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.Unit;
import cn.linli.petition.domain.BatchCommand.Reinspect;
import cn.linli.petition.domain.BatchCommand.SubmitItem;
import cn.linli.petition.domain.PetitionCommand.Dispatch;
import cn.linli.petition.domain.PetitionCommand.Reopen;
import cn.linli.petition.domain.Round.Resolution;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;

/**
 * Looking back on a project (回头看): one request per defect, each looked at again by somebody who did
 * not resolve it before it closes. Source: domain rules R3-06.
 */
final class Batching {

  private Batching() {}

  /** Filed, handed over and joined to its batch: all of it or nothing. */
  static Decision<PetitionEvent> submit(SubmitItem item, Facts facts) {
    Unit owner = facts.actor().unit();
    if (owner == null) {
      return refuse("not-above");
    }
    if (!item.reinspectAt().isAfter(facts.now())) {
      return refuse("due-in-the-past");
    }
    var events = new ArrayList<PetitionEvent>();
    Decision<PetitionEvent> filed = Intake.submit(item.submit(), facts);
    if (!(filed instanceof Decision.Accepted<PetitionEvent>(var submitted))) {
      return filed;
    }
    events.addAll(submitted);
    Petition petition = Petition.NONE;
    for (PetitionEvent event : submitted) {
      petition = Evolution.evolve(petition, event, facts.now(), facts.actor().ref());
    }
    if (item.organisation() != null && !isThere(item.organisation(), petition)) {
      Decision<PetitionEvent> handed =
          Dispatching.dispatch(new Dispatch(item.organisation(), null), petition, facts);
      if (!(handed instanceof Decision.Accepted<PetitionEvent>(var dispatched))) {
        return handed;
      }
      events.addAll(dispatched);
    }
    events.add(new JoinedBatch(item.batch(), owner, item.reinspectAt()));
    return accept(events);
  }

  /** The routing table knew it already. */
  private static boolean isThere(String organisation, Petition petition) {
    return Target.of(organisation, petition.filed().division())
        .filter(petition.unit()::equals)
        .isPresent();
  }

  static Decision<PetitionEvent> reinspect(Reinspect look, Petition petition, Facts facts) {
    BatchItem item = petition.proceedings().batchItem();
    Resolution resolution = petition.round().resolution();
    if (item == null) {
      return refuse("not-in-a-batch");
    }
    if (petition.status() == Status.CLOSED) {
      return refuse("already-closed");
    }
    if (petition.status() != Status.RESOLVED || resolution == null) {
      return refuse("not-resolved");
    }
    if (isResolver(resolution, facts.actor())) {
      return refuse("verifier-is-resolver");
    }
    if (item.isVerified(petition.round())) {
      return refuse("already-verified");
    }
    int round = petition.round().number();
    if (look.passed()) {
      return accept(new Reinspected(round, true, null, look.noteRef()));
    }
    Instant again = look.reinspectAt();
    if (again == null) {
      return refuse("reinspection-date-missing");
    }
    if (!again.isAfter(facts.now())) {
      return refuse("due-in-the-past");
    }
    var events = new ArrayList<PetitionEvent>();
    events.add(new Reinspected(round, false, again, look.noteRef()));
    events.addAll(Closing.reopened(new Reopen(look.noteRef()), petition, facts));
    return accept(events);
  }

  /** Neither the person nor anybody of the same unit judges their own work. */
  private static boolean isResolver(Resolution resolution, Actor actor) {
    return resolution.by().equals(actor.ref())
        || actor.unit() != null
            && !actor.desk()
            && Actor.isSameBody(actor.unit(), resolution.unit());
  }

  static Petition after(BatchItemEvent event, Petition now, Instant at, String by) {
    Proceedings proceedings = now.proceedings();
    return now.with(
        switch (event) {
          case JoinedBatch(var batch, var owner, var reinspectAt) ->
              proceedings.with(BatchItem.of(batch, owner, reinspectAt));
          case Reinspected(var round, var passed, var reinspectAt, var note) -> {
            BatchItem item = Objects.requireNonNull(proceedings.batchItem());
            yield proceedings.with(
                passed || reinspectAt == null
                    ? item.passed(round, at, by)
                    : item.failed(reinspectAt, at, by));
          }
        });
  }
}
