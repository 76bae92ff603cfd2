package cn.linli.timebank.teams;

import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Vault;
import cn.linli.timebank.casework.Actors;
import cn.linli.timebank.domain.Actor;
import cn.linli.timebank.domain.teams.Team;
import cn.linli.timebank.volunteering.Holders;
import cn.linli.timebank.volunteering.Kind;
import cn.linli.timebank.volunteering.Shown;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Teams: that they are there is for everybody, who is in them for themselves. */
final class TeamShown extends Shown<Team, TeamReply> {

  private final Vault vault;
  private final Holders holders;

  TeamShown(CaseStates<Team> states, Vault vault, Holders holders) {
    super(states, Team.class);
    this.vault = vault;
    this.holders = holders;
  }

  @Override
  protected StreamId stream(String id) {
    return Kind.fromPath(TeamCases.NAME, id);
  }

  @Override
  protected Instant since(Team state) {
    return Objects.requireNonNull(state.formedAt());
  }

  @Override
  protected List<TeamReply> replies(List<Stored<Team>> stored, Caller caller) {
    Actor actor = Actors.of(caller);
    Map<String, Content> names =
        vault.openAll(stored.stream().map(it -> it.state().what().nameRef()).toList());
    Map<String, Holders.Holder> known =
        holders.of(stored.stream().flatMap(it -> it.state().members().stream()).toList());
    return stored.stream().map(it -> reply(it, actor, names, known)).toList();
  }

  private static TeamReply reply(
      Stored<Team> stored,
      Actor actor,
      Map<String, Content> names,
      Map<String, Holders.Holder> known) {
    Team it = stored.state();
    boolean inside =
        actor.isHouse(it.what().division())
            || it.members().stream().anyMatch(each -> isOwn(known.get(each), actor));
    return new TeamReply(
        stored.id(),
        Objects.requireNonNull(names.get(it.what().nameRef())).text().orElse(""),
        it.what().kind(),
        it.what().division(),
        it.open(),
        it.what().lead(),
        it.members().size(),
        inside ? it.members().stream().map(each -> member(each, known.get(each))).toList() : null,
        it.shifts(),
        Objects.requireNonNull(it.formedAt()),
        stored.version());
  }

  private static boolean isOwn(Holders.@Nullable Holder holder, Actor actor) {
    return holder != null && holder.isSpokenForBy(actor);
  }

  private static TeamReply.Member member(String account, Holders.@Nullable Holder holder) {
    return new TeamReply.Member(account, holder == null ? null : holder.masked());
  }
}
