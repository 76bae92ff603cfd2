package cn.linli.mediation.queries;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
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
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Position;
import cn.linli.platform.web.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;

/** From the query string and the token to what a list may hold. */
final class ListFilter {

  static final List<String> PARAMETERS =
      List.of("division", "status", "level", "kind", "mine", "risk", "q");

  /** Divisions of a district and below are found in the index of places. */
  private static final int DISTRICT_DIGITS = 6;

  private ListFilter() {}

  /** Everything but {@code q}. */
  static Bson of(Query<NoBody> query) {
    var all = new ArrayList<Bson>();
    all.add(gt(ListFields.RECEIVED, Date.from(Instant.EPOCH)));
    all.add(scope(query));
    if (isOfRaised(query)) {
      all.add(eq(ListFields.PLACES, ListFields.raised(place(query).value())));
    }
    query.oneOf("status", Status.class).ifPresent(it -> all.add(eq(ListFields.STATUS, it.wire())));
    query
        .oneOf("level", DisputeLevel.class)
        .ifPresent(it -> all.add(eq(ListFields.LEVEL, it.wire())));
    query
        .oneOf("kind", DisputeKind.class)
        .ifPresent(it -> all.add(eq(ListFields.DISPUTE_KIND, it.wire())));
    query.division("division").ifPresent(division -> all.add(within(division)));
    query.after().ifPresent(it -> all.add(beyond(it)));
    return and(all);
  }

  /** What comes after a dispute in the order of (received, id). */
  static Bson beyond(Position position) {
    Date received = Date.from(position.receivedAt());
    return and(
        gte(ListFields.RECEIVED, received),
        or(
            gt(ListFields.RECEIVED, received),
            gt("_id", DisputeStream.of(position.id()).toString())));
  }

  /** Parties and filers their own; who mediates the committee's; who guides all of the place. */
  private static Bson scope(Query<NoBody> query) {
    Caller caller = query.caller();
    boolean mine = query.flag("mine").orElse(false);
    if (caller.is(Role.MEDIATOR, Role.COMMITTEE_HEAD)) {
      return mine || caller.organisation() != null
          ? eq(ListFields.MINE, mine ? ListFields.open(workList(caller)) : workList(caller))
          : within(caller.scope());
    }
    if (isOfRaised(query) && caller.is(Role.DISTRICT_OFFICER)) {
      return within(caller.scope());
    }
    if (caller.is(Role.BUILDING_LEAD)) {
      return in(ListFields.MINE, ListFields.building(caller.scope().value()), caller.by());
    }
    boolean guides = caller.is(Role.JUSTICE_OFFICER, Role.ADMIN, Role.AUDITOR);
    if (guides && !mine) {
      return within(caller.scope());
    }
    return caller.is(Role.DEPARTMENT_OFFICER, Role.INTEGRATOR) && caller.organisation() != null
        ? in(ListFields.MINE, caller.organisation(), caller.by())
        : eq(ListFields.MINE, caller.by());
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
