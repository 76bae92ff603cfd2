package cn.linli.timebank.casework;

import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Page;
import cn.linli.platform.web.Position;
import cn.linli.platform.web.Query;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Lists as every capability has them: in the order of (since, id). */
public final class Listing {

  /** Of every list. */
  public static final Bson ORDER = Sorts.ascending(ListFields.SINCE, "_id");

  /** States read at once while all of a list is gone through. */
  private static final int BATCH = 500;

  private Listing() {}

  /**
   * The page a query asks for.
   *
   * @param list one value of {@link ListFields#IN}
   * @param since what stands in {@link ListFields#SINCE}; never null of what is on a list
   * @param more what else must hold
   */
  public static <S> Page<Stored<S>> page(
      Query<NoBody> query,
      CaseStates<S> states,
      String list,
      Function<S, @Nullable Instant> since,
      Bson... more) {
    var wanted = new ArrayList<Bson>(List.of(more));
    wanted.add(Filters.eq(ListFields.IN, list));
    query.after().ifPresent(after -> wanted.add(beyond(states, after)));
    return query.page(
        states.list(Filters.and(wanted), ORDER, query.limit() + 1), it -> position(it, since));
  }

  /** The first of a list, in its order. */
  public static <S> List<Stored<S>> first(CaseStates<S> states, String list, int max) {
    return states.list(Filters.eq(ListFields.IN, list), ORDER, max);
  }

  /** Everything on a list; memory does not grow with it. */
  public static <S> void forEach(
      CaseStates<S> states, String list, Function<S, @Nullable Instant> since, Consumer<S> each) {
    Bson all = Filters.eq(ListFields.IN, list);
    Bson rest = all;
    while (true) {
      List<Stored<S>> batch = states.list(rest, ORDER, BATCH);
      batch.forEach(stored -> each.accept(stored.state()));
      if (batch.size() < BATCH) {
        return;
      }
      rest = Filters.and(all, beyond(states, position(batch.getLast(), since)));
    }
  }

  private static <S> Position position(Stored<S> stored, Function<S, @Nullable Instant> since) {
    return new Position(Objects.requireNonNull(since.apply(stored.state())), stored.id());
  }

  /** What comes after an item. */
  private static Bson beyond(CaseStates<?> states, Position after) {
    Date since = Date.from(after.receivedAt());
    return Filters.and(
        Filters.gte(ListFields.SINCE, since),
        Filters.or(
            Filters.gt(ListFields.SINCE, since),
            Filters.gt("_id", states.stream(after.id()).toString())));
  }
}
