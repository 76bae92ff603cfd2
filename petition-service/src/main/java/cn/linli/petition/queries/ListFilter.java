package cn.linli.petition.queries;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import cn.linli.events.petition.Channel;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import cn.linli.petition.casework.Actors;
import cn.linli.petition.casework.ListFields;
import cn.linli.petition.casework.Order;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.Status;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.division.DivisionCode;
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
      List.of(
          "division",
          "status",
          "level",
          "category",
          "channel",
          "kind",
          "overdue",
          "mine",
          "q",
          "externalId",
          "sort");

  private final Reach reach;

  ListFilter(Reach reach) {
    this.reach = reach;
  }

  /** Everything but {@code q}, {@code externalId} and the order. */
  Bson of(Query<NoBody> query, Instant now) {
    var all = new ArrayList<Bson>();
    all.add(list(query));
    List<Status> statuses = query.anyOf("status", Status.class);
    if (!statuses.isEmpty()) {
      all.add(in(ListFields.STATUS, statuses.stream().map(Status::wire).toList()));
    }
    query.oneOf("level", Level.class).ifPresent(it -> all.add(eq(ListFields.LEVEL, it.wire())));
    query.text("category").ifPresent(it -> all.add(eq(ListFields.CATEGORY, it)));
    query
        .oneOf("channel", Channel.class)
        .ifPresent(it -> all.add(eq(ListFields.CHANNEL, it.wire())));
    query
        .oneOf("kind", Kind.class)
        .ifPresent(it -> all.add(eq(ListFields.REQUEST_KIND, it.wire())));
    query
        .flag("overdue")
        .ifPresent(it -> {
          Bson overdue = lt(ListFields.ANSWER_BY, Date.from(now));
          all.add(it ? overdue : not(overdue));
        });
    List<String> marks = reach.marks(query.caller());
    if (!marks.isEmpty()) {
      all.add(nin(ListFields.ACCUSED, marks));
    }
    return and(all);
  }

  /** With words to look for. */
  WordSearch.Wanted of(Query<NoBody> query, Instant now, String words) {
    return new WordSearch.Wanted(
        words,
        list(query),
        of(query, now),
        area(query),
        order(query).order(),
        query.after().map(Position::receivedAt));
  }

  /** Place, work list and cursor: what an index answers. */
  private Bson list(Query<NoBody> query) {
    var list = new ArrayList<Bson>();
    list.add(gt(ListFields.RECEIVED, Date.from(Instant.EPOCH.minusSeconds(Integer.MAX_VALUE))));
    scope(query, list);
    query.after().ifPresent(it -> list.add(order(query).beyond(it.receivedAt(), it.id())));
    return and(list);
  }

  /** A division that all of the list lies in, as far as the query string or the token say. */
  private static Optional<String> area(Query<NoBody> query) {
    Caller caller = query.caller();
    return query
        .division("division")
        .or(() ->
            isOfScope(query) && !seesUnknown(caller)
                ? Optional.of(caller.scope())
                : Optional.empty())
        .map(division ->
            isWholeCity(division) ? ListFields.city(division.value()) : division.value());
  }

  /** A cursor is bound to all parameters, so it goes on in the order it came from. */
  static Order order(Query<NoBody> query) {
    return query.oneOf("sort", Order.class).orElse(Order.OLDEST);
  }

  private void scope(Query<NoBody> query, List<Bson> all) {
    Caller caller = query.caller();
    query
        .division("division")
        .ifPresent(division -> {
          if (!caller.is(Role.RESIDENT)) {
            caller.mustCover(division);
          }
          all.add(within(division, asksForOpen(query)));
        });
    if (isOfScope(query)) {
      if (query.text("division").isEmpty()) {
        all.add(withinScope(caller, asksForOpen(query)));
      }
      return;
    }
    boolean mine = isMine(query);
    var unit = Actors.of(caller).unit();
    if (!caller.is(Role.RESIDENT) && unit != null && (mine || unit.organisation() != null)) {
      String list = ListFields.workList(unit);
      all.add(eq(ListFields.MINE, mine ? ListFields.open(list) : list));
      return;
    }
    all.add(eq(ListFields.MINE, caller.by()));
  }

  /** A list of a place, the caller's own or the one asked for, and not of somebody's work. */
  private static boolean isOfScope(Query<NoBody> query) {
    Caller caller = query.caller();
    if (caller.is(Role.RESIDENT) || isMine(query)) {
      return false;
    }
    var unit = Actors.of(caller).unit();
    return unit == null || unit.organisation() == null;
  }

  private static boolean isMine(Query<NoBody> query) {
    return query.flag("mine").orElse(false);
  }

  private static boolean asksForOpen(Query<NoBody> query) {
    List<Status> statuses = query.anyOf("status", Status.class);
    return !statuses.isEmpty() && statuses.stream().allMatch(Status::isOpen)
        || query.flag("overdue").orElse(false);
  }

  /** A city's own staff also see what nobody could place yet. */
  private static Bson withinScope(Caller caller, boolean open) {
    Bson place = within(caller.scope(), open);
    return seesUnknown(caller)
        ? or(place, open ? openIn(Petition.UNKNOWN_DIVISION) : unknown())
        : place;
  }

  private static boolean seesUnknown(Caller caller) {
    return caller.is(Role.CITY_OFFICER, Role.HOTLINE_OPERATOR, Role.ADMIN, Role.AUDITOR);
  }

  private static Bson unknown() {
    return eq(ListFields.DIVISION, Petition.UNKNOWN_DIVISION);
  }

  /** An index holds a district and all below in order; a virtual district is all of its city. */
  private static Bson within(DivisionCode division, boolean open) {
    String code = division.value();
    if (code.length() < Level.CITY.digits()) {
      return startsWith(code);
    }
    String city = ListFields.city(code);
    boolean wholeCity = isWholeCity(division);
    if (open) {
      return wholeCity ? openIn(city) : openBelow(code);
    }
    return wholeCity ? startsWith(city) : eq(ListFields.PLACES, code);
  }

  private static boolean isWholeCity(DivisionCode division) {
    int digits = division.value().length();
    return digits >= Level.CITY.digits()
        && digits <= Level.DISTRICT.digits()
        && division.contains(DivisionCode.of(ListFields.city(division.value())));
  }

  private static Bson openBelow(String code) {
    boolean isStreet = code.length() == Level.STREET.digits();
    String kept =
        code.length() < Level.STREET.digits() ? ListFields.city(code) : ListFields.street(code);
    return isStreet ? openIn(code) : and(openIn(kept), startsWith(code));
  }

  private static Bson openIn(String place) {
    return eq(ListFields.PLACES, ListFields.open(place));
  }

  private static Bson startsWith(String code) {
    return regex(ListFields.DIVISION, "^" + code);
  }
}
