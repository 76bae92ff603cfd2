package cn.linli.timebank.reversals;

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
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.casework.Listing;
import cn.linli.timebank.casework.ReversalCases;
import cn.linli.timebank.ledger.Entry;
import cn.linli.timebank.ledger.Reversal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Corrections as those who keep and check the books see them. */
final class ReversalShown implements Resource<ReversalReply> {

  private final CaseStates<Reversal> states;
  private final Vault vault;

  ReversalShown(CaseStates<Reversal> states, Vault vault) {
    this.states = states;
    this.vault = vault;
  }

  @Override
  public ReversalReply afterCommit(Outcome.Done done, Call<?> call) {
    var state = (Reversal) Objects.requireNonNull(done.states().get(done.primary()));
    return reply(new Stored<>(done.primary().key(), state, done.version()));
  }

  @Override
  public @Nullable ReversalReply asItIsNow(StreamId primary, Caller caller, Language language) {
    return states
        .find(primary)
        .filter(it -> it.state().isOf(caller.scope()))
        .map(this::reply)
        .orElse(null);
  }

  @Nullable ReversalReply one(Query<NoBody> query) {
    Entry entry = Entry.parse(query.path("id")).orElse(null);
    Stored<Reversal> found =
        entry == null ? null : states.find(ReversalCases.stream(entry)).orElse(null);
    if (found == null) {
      return null;
    }
    if (!found.state().isOf(query.caller().scope())) {
      throw AccessException.outOfScope();
    }
    return reply(found);
  }

  /** Of a place and all within, in the order they were asked for. */
  Page<ReversalReply> page(Query<NoBody> query) {
    DivisionCode division = query.division("division").orElse(query.caller().scope());
    query.caller().mustCover(division);
    Page<Stored<Reversal>> page =
        Listing.page(
            query,
            states,
            ListFields.place(ReversalCases.KIND, division.value()),
            Reversal::proposedAt);
    return new Page<>(page.items().stream().map(this::reply).toList(), page.next());
  }

  private ReversalReply reply(Stored<Reversal> stored) {
    Reversal it = stored.state();
    return new ReversalReply(
        stored.id(),
        Objects.requireNonNull(it.status()),
        it.division(),
        it.account(),
        it.other(),
        it.unit(),
        it.amount(),
        vault.open(it.reasonRef()).text().orElse(null),
        Objects.requireNonNull(it.until()),
        it.confirms(),
        stored.version());
  }
}
