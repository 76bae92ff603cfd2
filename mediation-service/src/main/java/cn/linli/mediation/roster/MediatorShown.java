package cn.linli.mediation.roster;

import static cn.linli.platform.access.Role.ADMIN;
import static cn.linli.platform.access.Role.AUDITOR;
import static cn.linli.platform.access.Role.COMMITTEE_HEAD;
import static cn.linli.platform.access.Role.COMMUNITY_CLERK;
import static cn.linli.platform.access.Role.DISTRICT_OFFICER;
import static cn.linli.platform.access.Role.JUSTICE_OFFICER;
import static cn.linli.platform.access.Role.STREET_OFFICER;

import cn.linli.events.mediation.MediatorFiling;
import cn.linli.events.mediation.MediatorProfile;
import cn.linli.mediation.casework.Listed;
import cn.linli.mediation.casework.MediatorCases;
import cn.linli.mediation.casework.Names;
import cn.linli.mediation.casework.RosterFields;
import cn.linli.mediation.domain.roster.Mediator;
import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.division.DivisionCode;
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
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The roster as parties may read it, who choose from it; the rest is for the house. */
final class MediatorShown implements Resource<MediatorReply> {

  private final CaseStates<Mediator> states;
  private final OpenCases openCases;
  private final Vault vault;

  MediatorShown(CaseStates<Mediator> states, OpenCases openCases, Vault vault) {
    this.states = states;
    this.openCases = openCases;
    this.vault = vault;
  }

  @Override
  public MediatorReply afterCommit(Outcome.Done done, Call<?> call) {
    var state = (Mediator) Objects.requireNonNull(done.states().get(done.primary()));
    return one(new Stored<>(done.primary().key(), state, done.version()), call.caller());
  }

  @Override
  public @Nullable MediatorReply asItIsNow(StreamId primary, Caller caller, Language language) {
    return states.find(primary).map(it -> one(it, caller)).orElse(null);
  }

  @Nullable MediatorReply one(Query<NoBody> query) {
    return asItIsNow(MediatorCases.fromPath(query.path("id")), query.caller(), query.language());
  }

  /** Of a place and of all within, or of one body, in the order they were registered. */
  Page<MediatorReply> page(Query<NoBody> query) {
    String division = Listed.place(query);
    var filter = new ArrayList<Bson>();
    filter.add(
        query
            .text("committee")
            .map(body -> Filters.eq(RosterFields.PLACES, RosterFields.working(body)))
            .orElseGet(() -> Listed.within(RosterFields.mediators(division), division)));
    query.after().ifPresent(after -> filter.add(Listed.beyond(after, MediatorCases::stream)));
    Page<Stored<Mediator>> page =
        query.page(
            states.list(
                Filters.and(filter), Sorts.ascending(RosterFields.SINCE, "_id"), query.limit() + 1),
            it -> new Position(Objects.requireNonNull(it.state().registeredAt()), it.id()));
    Map<String, Integer> open = openCases.of(page.items().stream().map(Stored::id).toList());
    Map<String, Content> names =
        Names.open(vault, page.items().stream().map(it -> it.state().filed().nameRef()).toList());
    return new Page<>(
        page.items().stream()
            .map(it ->
                reply(
                    it,
                    query.caller(),
                    names.get(it.state().filed().nameRef()),
                    open.getOrDefault(it.id(), 0)))
            .toList(),
        page.next());
  }

  private MediatorReply one(Stored<Mediator> stored, Caller caller) {
    return reply(
        stored,
        caller,
        vault.open(stored.state().filed().nameRef()),
        openCases.of(List.of(stored.id())).getOrDefault(stored.id(), 0));
  }

  /** The house, or the mediator. */
  static boolean isHouse(Mediator mediator, Caller caller) {
    return isSelf(mediator, caller)
        || caller.is(
                COMMITTEE_HEAD,
                COMMUNITY_CLERK,
                STREET_OFFICER,
                DISTRICT_OFFICER,
                JUSTICE_OFFICER,
                AUDITOR,
                ADMIN)
            && caller.covers(DivisionCode.of(mediator.home()));
  }

  static boolean isSelf(Mediator mediator, Caller caller) {
    return caller.mark().equals(mediator.filed().account());
  }

  private static MediatorReply reply(
      Stored<Mediator> stored, Caller caller, Content content, int open) {
    Mediator it = stored.state();
    MediatorFiling filing = it.filed();
    MediatorProfile profile = it.profile();
    Optional<MediatorPerson> person = content.read(MediatorPerson.class);
    return new MediatorReply(
        stored.id(),
        person.map(MediatorPerson::name).map(Mask::name).orElse(null),
        filing.committee(),
        filing.elected(),
        profile.grade(),
        it.standing(),
        profile.divisions(),
        profile.specialties(),
        profile.languages(),
        profile.professions(),
        profile.organisation(),
        profile.volunteer(),
        it.bodies(),
        open,
        isHouse(it, caller)
            ? new MediatorReply.House(
                person.map(MediatorPerson::phone).map(Mask::phone).orElse(null),
                filing.account() != null,
                it.kin().size(),
                it.interests(),
                it.complaints(),
                it.warnings(),
                it.removedFor())
            : null,
        Objects.requireNonNull(it.registeredAt()),
        stored.version());
  }
}
