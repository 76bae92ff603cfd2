package cn.linli.timebank.rewards;

import cn.linli.events.timebank.RewardFiling;
import cn.linli.events.timebank.RewardKind;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Language;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Page;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.Resource;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.casework.Listing;
import cn.linli.timebank.casework.RewardCases;
import cn.linli.timebank.domain.rewards.Reward;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The catalogue as everybody may read it. */
final class RewardShown implements Resource<RewardReply> {

  private final CaseStates<Reward> states;
  private final Vault vault;

  RewardShown(CaseStates<Reward> states, Vault vault) {
    this.states = states;
    this.vault = vault;
  }

  @Override
  public RewardReply afterCommit(Outcome.Done done, Call<?> call) {
    var state = (Reward) Objects.requireNonNull(done.states().get(done.primary()));
    return reply(new Stored<>(done.primary().key(), state, done.version()));
  }

  @Override
  public @Nullable RewardReply asItIsNow(StreamId primary, Caller caller, Language language) {
    return states.find(primary).map(this::reply).orElse(null);
  }

  @Nullable RewardReply one(Query<NoBody> query) {
    return states.find(RewardCases.fromPath(query.path("id"))).map(this::reply).orElse(null);
  }

  /** Of a place and of all within, in the order in which they were offered. */
  Page<RewardReply> page(Query<NoBody> query) {
    String division =
        query.division("division").map(DivisionCode::value).orElse(query.caller().scope().value());
    var filter = new ArrayList<Bson>();
    query
        .oneOf("kind", RewardKind.class)
        .ifPresent(it -> filter.add(Filters.eq(RewardCases.REWARD_KIND, it.wire())));
    query
        .oneOf("unit", Unit.class)
        .ifPresent(it -> filter.add(Filters.eq(RewardCases.UNIT, it.wire())));
    query.text("service").ifPresent(it -> filter.add(Filters.eq(RewardCases.SERVICE, it)));
    query.flag("available").ifPresent(it -> filter.add(Filters.eq(RewardCases.AVAILABLE, it)));
    Page<Stored<Reward>> page =
        Listing.page(
            query,
            states,
            ListFields.place(RewardCases.KIND, division),
            Reward::offeredAt,
            filter.toArray(Bson[]::new));
    Map<String, Content> titles =
        vault.openAll(page.items().stream().map(it -> it.state().filed().titleRef()).toList());
    return new Page<>(page.items().stream().map(it -> reply(it, titles)).toList(), page.next());
  }

  private RewardReply reply(Stored<Reward> stored) {
    return reply(stored, vault.openAll(List.of(stored.state().filed().titleRef())));
  }

  private static RewardReply reply(Stored<Reward> stored, Map<String, Content> titles) {
    Reward it = stored.state();
    RewardFiling filing = it.filed();
    return new RewardReply(
        stored.id(),
        filing.division(),
        titles.get(filing.titleRef()).text().orElse(null),
        filing.kind(),
        filing.service(),
        filing.unit(),
        it.price(),
        it.left(),
        filing.quarterLimit(),
        filing.provider(),
        it.standing(),
        Objects.requireNonNull(it.offeredAt()),
        stored.version());
  }
}
