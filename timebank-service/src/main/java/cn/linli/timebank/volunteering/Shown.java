package cn.linli.timebank.volunteering;

import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Language;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Page;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.Resource;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.casework.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How things of one kind look: one, many in the order they came.
 *
 * @param <S> the state
 * @param <R> the reply
 */
public abstract class Shown<S, R> implements Resource<R> {

  private final CaseStates<S> states;
  private final Class<S> type;

  protected Shown(CaseStates<S> states, Class<S> type) {
    this.states = states;
    this.type = type;
  }

  /** The stream of an id from a path or a cursor. */
  protected abstract StreamId stream(String id);

  protected abstract Instant since(S state);

  /** Replies in the order of what is shown; names are opened once for all of them. */
  protected abstract List<R> replies(List<Stored<S>> stored, Caller caller);

  @Override
  public @Nullable R afterCommit(Outcome.Done done, Call<?> call) {
    S state = type.cast(Objects.requireNonNull(done.states().get(done.primary())));
    return one(new Stored<>(done.primary().key(), state, done.version()), call.caller());
  }

  @Override
  public @Nullable R asItIsNow(StreamId primary, Caller caller, Language language) {
    return states.find(primary).map(it -> one(it, caller)).orElse(null);
  }

  public Optional<Stored<S>> find(StreamId stream) {
    return states.find(stream);
  }

  public @Nullable R one(Query<NoBody> query) {
    return asItIsNow(stream(query.path("id")), query.caller(), query.language());
  }

  /** One page of a list. */
  public Page<R> page(Query<NoBody> query, String list) {
    Page<Stored<S>> page = Listing.page(query, states, list, this::since);
    return new Page<>(replies(page.items(), query.caller()), page.next());
  }

  /** What the query asks for: of one passbook, else of a place, else of the caller's own. */
  public static String list(Query<NoBody> query, String kind) {
    return query
        .text("account")
        .map(account -> ListFields.of(kind, account))
        .orElseGet(() -> ListFields.place(kind, place(query)));
  }

  /** The place asked for, else the caller's own. */
  public static String place(Query<NoBody> query) {
    return query.division("division").orElse(query.caller().scope()).value();
  }

  private R one(Stored<S> stored, Caller caller) {
    return replies(List.of(stored), caller).getFirst();
  }
}
