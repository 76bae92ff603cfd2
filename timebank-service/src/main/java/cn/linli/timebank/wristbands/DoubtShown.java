package cn.linli.timebank.wristbands;

import cn.linli.events.timebank.SessionFlag;
import cn.linli.events.timebank.WristbandEvent.BookedSession;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Language;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Page;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.Resource;
import cn.linli.platform.web.Versioned;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.casework.Listing;
import cn.linli.timebank.domain.wristbands.Doubt;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Doubtful sessions as clerks see them: no names, and never where or at what hour. */
final class DoubtShown implements Resource<DoubtShown.DoubtReply> {

  private final CaseStates<Doubt> states;
  private final Vault vault;

  DoubtShown(CaseStates<Doubt> states, Vault vault) {
    this.states = states;
    this.vault = vault;
  }

  /**
   * A session in doubt.
   *
   * @param wristband its id
   * @param minutes given so far, and by the clerk once one has settled it
   * @param credited of it, after rounding
   * @param entry line that was booked for it
   * @param since when it was settled with the flag
   * @param reason the clerk's
   */
  record DoubtReply(
      String id,
      String wristband,
      String account,
      String division,
      LocalDate day,
      String service,
      SessionFlag flag,
      Doubt.Status status,
      int minutes,
      int credited,
      @Nullable String entry,
      Instant since,
      @Nullable String reason,
      long version)
      implements Versioned {}

  @Override
  public DoubtReply afterCommit(Outcome.Done done, Call<?> call) {
    var state = (Doubt) Objects.requireNonNull(done.states().get(done.primary()));
    return reply(new Stored<>(done.primary().key(), state, done.version()));
  }

  @Override
  public @Nullable DoubtReply asItIsNow(StreamId primary, Caller caller, Language language) {
    return states
        .find(primary)
        .filter(it -> covers(it.state(), caller))
        .map(this::reply)
        .orElse(null);
  }

  @Nullable DoubtReply one(Query<NoBody> query) {
    var found = states.find(DoubtCases.fromPath(query.path("id")));
    if (found.isPresent() && !covers(found.get().state(), query.caller())) {
      throw AccessException.outOfScope();
    }
    return found.map(this::reply).orElse(null);
  }

  /** What waits in a place and all within, in the order in which it was settled. */
  Page<DoubtReply> page(Query<NoBody> query) {
    DivisionCode division = query.division("division").orElse(query.caller().scope());
    query.caller().mustCover(division);
    var filter = new ArrayList<Bson>();
    query
        .oneOf("flag", SessionFlag.class)
        .ifPresent(it -> filter.add(Filters.eq(DoubtCases.FLAG, it.wire())));
    Page<Stored<Doubt>> page =
        Listing.page(
            query,
            states,
            ListFields.place(DoubtCases.KIND, division.value()),
            Doubt::since,
            filter.toArray(Bson[]::new));
    return new Page<>(page.items().stream().map(this::reply).toList(), page.next());
  }

  private static boolean covers(Doubt doubt, Caller caller) {
    return caller.covers(DivisionCode.of(Objects.requireNonNull(doubt.division())));
  }

  private DoubtReply reply(Stored<Doubt> stored) {
    Doubt it = stored.state();
    BookedSession what = Objects.requireNonNull(it.what());
    return new DoubtReply(
        stored.id(),
        Objects.requireNonNull(it.band()),
        Objects.requireNonNull(it.account()),
        Objects.requireNonNull(it.division()),
        what.day(),
        what.service(),
        Objects.requireNonNull(what.flag()),
        Objects.requireNonNull(it.status()),
        what.minutes(),
        what.credited(),
        what.entry(),
        Objects.requireNonNull(it.since()),
        it.reasonRef() == null ? null : vault.open(it.reasonRef()).text().orElse(null),
        stored.version());
  }
}
