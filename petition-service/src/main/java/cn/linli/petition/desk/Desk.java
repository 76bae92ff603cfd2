package cn.linli.petition.desk;

import cn.linli.events.petition.Deadlines;
import cn.linli.events.petition.Unit;
import cn.linli.petition.casework.Actors;
import cn.linli.petition.casework.FiledContent;
import cn.linli.petition.casework.ListFields;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.PetitionStates.Stored;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.domain.Actor;
import cn.linli.petition.domain.BatchItem;
import cn.linli.petition.domain.FormalCase;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.Status;
import cn.linli.petition.domain.Whistle;
import cn.linli.petition.domain.Whistles;
import cn.linli.platform.access.Caller;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Redaction;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Query;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The open requests of a work list, what is due first. */
final class Desk {

  /** More than anybody takes in at a glance; the list has the rest. */
  private static final int ITEMS_MAX = 100;

  private static final List<String> OWED =
      Arrays.stream(Status.values()).filter(Status::isOwed).map(Status::wire).toList();

  private final PetitionStates states;
  private final Reach reach;
  private final Vault vault;

  Desk(PetitionStates states, Reach reach, Vault vault) {
    this.states = states;
    this.reach = reach;
    this.vault = vault;
  }

  DeskReply of(Query<NoBody> query) {
    Caller caller = query.caller();
    Actor actor = Actors.of(caller);
    Unit unit = actor.unit();
    Bson mine =
        unit == null
            ? Filters.and(
                Filters.eq(ListFields.MINE, caller.by()), Filters.in(ListFields.STATUS, OWED))
            : Filters.eq(ListFields.MINE, ListFields.open(ListFields.workList(unit)));
    List<String> marks = reach.marks(caller);
    List<Stored> waiting =
        states.dueFirst(
            marks.isEmpty() ? mine : Filters.and(mine, Filters.nin(ListFields.ACCUSED, marks)),
            ITEMS_MAX);
    Map<String, Content> contents =
        vault.openAll(waiting.stream().map(it -> it.petition().filed().contentRef()).toList());
    return new DeskReply(
        waiting.stream()
            .map(it -> item(it, actor, contents.get(it.petition().filed().contentRef())))
            .toList());
  }

  private static DeskReply.Waiting item(Stored stored, Actor actor, Content content) {
    Petition petition = stored.petition();
    return new DeskReply.Waiting(
        what(petition, actor),
        stored.id(),
        Redaction.caption(content.read(FiledContent.class).orElse(FiledContent.ERASED).title()),
        petition.status(),
        due(petition),
        "/api/v1/petitions/" + stored.id());
  }

  private static @Nullable Instant due(Petition petition) {
    Deadlines deadlines = petition.time().deadlines();
    if (petition.status() == Status.UNDER_REVIEW) {
      return deadlines.reviewBy();
    }
    BatchItem item = toInspect(petition);
    if (item != null) {
      return item.reinspectAt();
    }
    return petition.isOpen() ? deadlines.answerBy() : null;
  }

  /** An answered item of a batch: it waits for who opened the batch. */
  private static @Nullable BatchItem toInspect(Petition petition) {
    BatchItem item = petition.proceedings().batchItem();
    boolean waits =
        item != null && petition.status() == Status.RESOLVED && !item.isVerified(petition.round());
    return waits ? item : null;
  }

  private static String what(Petition petition, Actor actor) {
    if (actor.unit() == null) {
      return "mine";
    }
    if (petition.status() == Status.UNDER_REVIEW) {
      return "decide-review";
    }
    if (toInspect(petition) != null) {
      return "reinspect";
    }
    FormalCase formal = petition.proceedings().formal();
    if (formal != null && formal.owesAnswer(petition.status()) != null) {
      return "serve-answer";
    }
    if (!actor.holds(petition)) {
      return called(petition, actor.unit()).orElseGet(() -> asked(petition, actor.unit()));
    }
    if (petition.time().overdue()) {
      return "overdue";
    }
    return petition.status().isWaiting() ? "take-in-hand" : "go-on";
  }

  /** A department that a whistle called. */
  private static Optional<String> called(Petition petition, Unit unit) {
    return Whistles.of(petition)
        .waiting(Whistle.State.CALLED, Whistle.State.CHECKED_IN)
        .filter(called -> ListFields.workList(called.unit()).equals(ListFields.workList(unit)))
        .map(called -> called.state() == Whistle.State.CALLED ? "check-in" : "report")
        .findFirst();
  }

  private static String asked(Petition petition, Unit unit) {
    Whistles.Call call = Whistles.of(petition).call();
    if (call != null && call.street().equals(unit)) {
      return "answer-call";
    }
    return petition.held().returnAskedBy() == null ? "go-on" : "decide-return";
  }
}
