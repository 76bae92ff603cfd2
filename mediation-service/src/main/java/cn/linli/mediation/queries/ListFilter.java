package cn.linli.mediation.queries;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;

import cn.linli.events.WireName;
import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.DisputeLevel;
import cn.linli.mediation.casework.DisputeStream;
import cn.linli.mediation.casework.ListFields;
import cn.linli.mediation.domain.Status;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.search.ListOrder;
import cn.linli.platform.search.WordSearch;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Position;
import cn.linli.platform.web.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;

/** From the query string and the token to what a list may hold. */
final class ListFilter {

  static final List<String> PARAMETERS =
      List.of("division", "status", "level", "kind", "mine", "risk", "q");

  static final ListOrder ORDER = ListOrder.OLDEST_FIRST;

  /** Divisions of a district and below are found in the index of places. */
  private static final int DISTRICT_DIGITS = 6;

  private ListFilter() {}

  /** Everything but {@code q}. */
  static Bson of(Query<NoBody> query) {
    var all = new ArrayList<Bson>();
    all.add(list(query));
    List<Status> statuses = query.anyOf("status", Status.class);
    if (!statuses.isEmpty()) {
      all.add(in(ListFields.STATUS, statuses.stream().map(Status::wire).toList()));
    }
    query
        .oneOf("level", DisputeLevel.class)
        .ifPresent(it -> all.add(eq(ListFields.LEVEL, it.wire())));
    query
        .oneOf("kind", DisputeKind.class)
        .ifPresent(it -> all.add(eq(ListFields.DISPUTE_KIND, it.wire())));
    return and(all);
  }

  /** With words to look for. */
  static WordSearch.Wanted of(Query<NoBody> query, String words) {
    return new WordSearch.Wanted(
        words,
        list(query),
        of(query),
        query
            .division("division")
            .or(() -> isOfScope(query) ? Optional.of(query.caller().scope()) : Optional.empty())
            .map(DivisionCode::value),
        ORDER,
        query.after().map(Position::receivedAt));
  }

  /** Place, work list and cursor: what an index answers. */
  private static Bson list(Query<NoBody> query) {
    var list = new ArrayList<Bson>();
    list.add(gt(ListFields.RECEIVED, Date.from(Instant.EPOCH)));
    list.add(scope(query));
    if (isOfRaised(query)) {
      list.add(eq(ListFields.PLACES, ListFields.raised(place(query).value())));
    }
    query.division("division").ifPresent(division -> list.add(within(division)));
    query
        .after()
        .ifPresent(
            it -> list.add(ORDER.beyond(it.receivedAt(), DisputeStream.of(it.id()).toString())));
    return and(list);
  }

  /** Parties and filers their own; who mediates the committee's; who guides all of the place. */
  private static Bson scope(Query<NoBody> query) {
    Caller caller = query.caller();
    if (isOfScope(query)) {
      return within(caller.scope());
    }
    if (caller.is(Role.MEDIATOR, Role.COMMITTEE_HEAD)) {
      return eq(
          ListFields.MINE, isMine(query) ? ListFields.open(workList(caller)) : workList(caller));
    }
    if (caller.is(Role.BUILDING_LEAD)) {
      return in(ListFields.MINE, ListFields.building(caller.scope().value()), caller.by());
    }
    return caller.is(Role.DEPARTMENT_OFFICER, Role.INTEGRATOR) && caller.organisation() != null
        ? in(ListFields.MINE, caller.organisation(), caller.by())
        : eq(ListFields.MINE, caller.by());
  }

  /** The list is that of the caller's place. */
  private static boolean isOfScope(Query<NoBody> query) {
    Caller caller = query.caller();
    if (caller.is(Role.MEDIATOR, Role.COMMITTEE_HEAD)) {
      return !isMine(query) && caller.organisation() == null;
    }
    return isOfRaised(query) && caller.is(Role.DISTRICT_OFFICER)
        || caller.is(Role.JUSTICE_OFFICER, Role.ADMIN, Role.AUDITOR) && !isMine(query);
  }

  private static boolean isMine(Query<NoBody> query) {
    return query.flag("mine").orElse(false);
  }

  /** {@code risk=red}: what was raised to the district; everything else has no list of its own. */
  private static boolean isOfRaised(Query<NoBody> query) {
    return query.oneOf("risk", Raised.class).isPresent();
  }

  private enum Raised implements WireName {
    RED
  }

  private static DivisionCode place(Query<NoBody> query) {
    return query.division("division").orElseGet(() -> query.caller().scope());
  }

  static String workList(Caller caller) {
    if (caller.is(Role.BUILDING_LEAD)) {
      return ListFields.building(caller.scope().value());
    }
    return caller.organisation() == null ? caller.scope().value() : caller.organisation();
  }

  private static Bson within(DivisionCode division) {
    String code = division.value();
    return code.length() >= DISTRICT_DIGITS
        ? eq(ListFields.PLACES, code)
        : regex(ListFields.DIVISION, "^" + code);
  }
}
