package cn.linli.mediation.casework;

import cn.linli.platform.commit.StreamId;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Position;
import cn.linli.platform.web.Query;
import com.mongodb.client.model.Filters;
import java.util.Date;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Pages of the register and of the roster: of one place, in the order of (since, id). */
public final class Listed {

  /** A division's place is kept from its district down. */
  private static final int DISTRICT_DIGITS = 6;

  private Listed() {}

  /** The place asked for, else the caller's own. */
  public static String place(Query<NoBody> query) {
    return query
        .division("division")
        .map(DivisionCode::value)
        .orElse(query.caller().scope().value());
  }

  /** A province and a city read all their districts: a range of the index. */
  public static Bson within(String value, String division) {
    return division.length() >= DISTRICT_DIGITS
        ? Filters.eq(RosterFields.PLACES, value)
        : Filters.elemMatch(
            RosterFields.PLACES, new Document("$gte", value).append("$lt", value + ":"));
  }

  /** What comes after an item. */
  public static Bson beyond(Position after, Function<String, StreamId> stream) {
    Date since = Date.from(after.receivedAt());
    String id = stream.apply(after.id()).toString();
    return Filters.and(
        Filters.gte(RosterFields.SINCE, since),
        Filters.or(Filters.gt(RosterFields.SINCE, since), Filters.gt("_id", id)));
  }
}
