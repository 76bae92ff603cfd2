package cn.linli.mediation.committees;

import cn.linli.events.mediation.CommitteeFiling;
import cn.linli.events.mediation.CommitteeMember;
import cn.linli.mediation.casework.CommitteeCases;
import cn.linli.mediation.casework.Listed;
import cn.linli.mediation.casework.Names;
import cn.linli.mediation.casework.RosterFields;
import cn.linli.mediation.domain.roster.Committee;
import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Mask;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Language;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Page;
import cn.linli.platform.web.Position;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.Resource;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The register as everybody may read it: bodies by name, members by masked names. */
final class CommitteeShown implements Resource<CommitteeReply> {

  private final CaseStates<Committee> states;
  private final Vault vault;

  CommitteeShown(CaseStates<Committee> states, Vault vault) {
    this.states = states;
    this.vault = vault;
  }

  @Override
  public CommitteeReply afterCommit(Outcome.Done done, Call<?> call) {
    var state = (Committee) Objects.requireNonNull(done.states().get(done.primary()));
    return reply(new Stored<>(done.primary().key(), state, done.version()));
  }

  @Override
  public @Nullable CommitteeReply asItIsNow(StreamId primary, Caller caller, Language language) {
    return states.find(primary).map(this::reply).orElse(null);
  }

  @Nullable CommitteeReply one(Query<NoBody> query) {
    return states.find(CommitteeCases.fromPath(query.path("id"))).map(this::reply).orElse(null);
  }

  /** Bodies of a place and of all within, in the order they were registered. */
  Page<CommitteeReply> page(Query<NoBody> query) {
    String division = Listed.place(query);
    var filter = new ArrayList<Bson>();
    filter.add(Listed.within(RosterFields.bodies(division), division));
    query.after().ifPresent(after -> filter.add(Listed.beyond(after, CommitteeCases::stream)));
    List<Stored<Committee>> found =
        states.list(
            Filters.and(filter), Sorts.ascending(RosterFields.SINCE, "_id"), query.limit() + 1);
    Map<String, Content> names =
        Names.open(vault, found.stream().flatMap(it -> refs(it.state()).stream()).toList());
    Page<Stored<Committee>> page =
        query.page(
            found, it -> new Position(Objects.requireNonNull(it.state().registeredAt()), it.id()));
    return new Page<>(page.items().stream().map(it -> reply(it, names)).toList(), page.next());
  }

  static List<String> refs(Committee committee) {
    var refs = new ArrayList<String>();
    refs.add(committee.filed().nameRef());
    committee.filed().members().stream().map(CommitteeMember::nameRef).forEach(refs::add);
    return refs;
  }

  private CommitteeReply reply(Stored<Committee> stored) {
    return reply(stored, vault.openAll(refs(stored.state())));
  }

  private static CommitteeReply reply(Stored<Committee> stored, Map<String, Content> names) {
    Committee it = stored.state();
    CommitteeFiling filing = it.filed();
    return new CommitteeReply(
        stored.id(),
        filing.kind(),
        Objects.requireNonNull(it.level()),
        filing.division(),
        text(names, filing.nameRef()),
        it.standing(),
        filing.trades(),
        filing.parent(),
        filing.partners(),
        filing.host(),
        filing.lead(),
        filing.term(),
        filing.members().stream()
            .map(member ->
                new CommitteeReply.Member(
                    member.no(), masked(text(names, member.nameRef())), member.chair()))
            .toList(),
        filing.declared(),
        Objects.requireNonNull(it.registeredAt()),
        stored.version());
  }

  static @Nullable String text(Map<String, Content> names, String ref) {
    return names.get(ref).text().orElse(null);
  }

  private static @Nullable String masked(@Nullable String name) {
    return name == null ? null : Mask.name(name);
  }
}
