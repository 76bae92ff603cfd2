package cn.linli.mediation.queries;

import cn.linli.mediation.casework.Actors;
import cn.linli.mediation.casework.ListFields;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Status;
import cn.linli.mediation.domain.Timers;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.vault.Redaction;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Query;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What waits for me, of disputes: what is due first. */
final class Desk {

  /** More than anybody takes in at a glance; the list has the rest. */
  private static final int ITEMS_MAX = 100;

  private static final List<String> OWED =
      Arrays.stream(Status.values()).filter(Status::isOwed).map(Status::wire).toList();

  private final CaseStates<Dispute> states;
  private final DisputeLists lists;

  Desk(CaseStates<Dispute> states, DisputeLists lists) {
    this.states = states;
    this.lists = lists;
  }

  /** Same shape as the desk of requests: the gateway puts both together. */
  record DeskReply(List<Waiting> items) {}

  /**
   * @param what accept · ask-consent · mediate · follow-up · mine
   * @param due null where no limit runs
   */
  record Waiting(
      String what, String id, String caption, Status status, @Nullable Instant due, String href) {}

  DeskReply of(Query<NoBody> query) {
    Caller caller = query.caller();
    boolean mediates = caller.is(Role.MEDIATOR, Role.COMMITTEE_HEAD, Role.BUILDING_LEAD);
    Bson mine =
        mediates
            ? Filters.in(
                ListFields.MINE,
                ListFields.open(ListFilter.workList(caller)),
                ListFields.open(ListFields.account(Actors.of(caller).mark())))
            : Filters.and(
                Filters.eq(ListFields.MINE, caller.by()), Filters.in(ListFields.STATUS, OWED));
    return new DeskReply(
        lists.captioned(states.list(mine, DisputeLists.ORDER, ITEMS_MAX)).stream()
            .map(it -> item(it.stored(), it.content().title(), mediates))
            .sorted(
                Comparator.comparing(Waiting::due, Comparator.nullsLast(Comparator.naturalOrder())))
            .toList());
  }

  private static Waiting item(Stored<Dispute> stored, String title, boolean mediates) {
    Dispute dispute = stored.state();
    return new Waiting(
        mediates ? what(dispute) : "mine",
        stored.id(),
        Redaction.caption(title),
        dispute.status(),
        Timers.due(dispute),
        "/api/v1/disputes/" + stored.id());
  }

  private static String what(Dispute dispute) {
    return switch (dispute.status()) {
      case REGISTERED -> "accept";
      case CONSENTING -> "ask-consent";
      case MEDIATING -> "mediate";
      default -> "follow-up";
    };
  }
}
