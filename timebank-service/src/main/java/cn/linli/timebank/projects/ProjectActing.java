package cn.linli.timebank.projects;

import cn.linli.events.timebank.ProjectEvent;
import cn.linli.events.timebank.ProjectEvent.ProjectClaimed;
import cn.linli.events.timebank.ProjectEvent.ProjectPublished;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Streams;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Actors;
import cn.linli.timebank.domain.Actor;
import cn.linli.timebank.domain.ServiceCode;
import cn.linli.timebank.domain.projects.Project;
import cn.linli.timebank.domain.teams.Team;
import cn.linli.timebank.domain.units.Unit;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.units.UnitCases;
import cn.linli.timebank.volunteering.Kind;
import cn.linli.timebank.volunteering.Verdicts;
import cn.linli.timebank.volunteering.Volunteers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** From calls on projects to commands; a claimant is a person, a team or a unit. */
final class ProjectActing {

  private final Vault vault;
  private final CaseStates<Project> projects;
  private final CaseStates<Team> teams;

  ProjectActing(Vault vault, CaseStates<Project> projects, CaseStates<Team> teams) {
    this.vault = vault;
    this.projects = projects;
    this.teams = teams;
  }

  Command publish(Call<Bodies.Publish> call) {
    Bodies.Publish body = call.body();
    if (ServiceCode.of(body.service()).isEmpty()) {
      throw new ProblemException(Problem.of(422, "unknown-service"));
    }
    StreamId stream = ProjectCases.stream(call.derivedId("project"));
    var words = new Words(vault.sealingNew(stream, call.commandId()));
    var published =
        new ProjectPublished(
            stream.key(),
            body.division().value(),
            body.service(),
            body.petition(),
            words.seal(body.title()),
            words.seal(body.words()));
    return call.command(
            201,
            List.of(stream),
            words.besides(),
            words.documents(),
            _ -> Verdicts.of(stream, Decision.<ProjectEvent>accept(published)))
        .onNewStream();
  }

  Command claim(Call<Bodies.Claim> call) {
    Bodies.Claim body = call.body();
    return act(
        call,
        body.kind().wire(),
        body.claimant(),
        null,
        (project, speaks) -> project.claim(body.kind().wire(), body.claimant(), speaks));
  }

  Command release(Call<?> call) {
    return byClaimant(call, null, Project::release);
  }

  Command progress(Call<Bodies.Progress> call) {
    Words words = words(call);
    String ref = words.seal(call.body().words());
    return byClaimant(
        call, words, (project, speaks) -> project.progress(call.body().percent(), ref, speaks));
  }

  /** By the house, and not by who did it. */
  Command close(Call<Bodies.Close> call) {
    Words words = words(call);
    String ref = words.seal(call.body().words());
    Actor actor = Actors.of(call.caller());
    return byClaimant(
        call,
        words,
        (project, speaks) ->
            project.close(
                call.body().outcome().wire(),
                ref,
                project.exists() && actor.isHouse(project.what().division()),
                speaks && isOnePerson(project)));
  }

  /** The house may speak for teams and units too; nobody else's account is its own. */
  private static boolean isOnePerson(Project project) {
    return project.claimed() != null && "account".equals(project.claimed().kind());
  }

  /** Who has claimed it is read before; somebody else between then and now is not spoken for. */
  private Command byClaimant(
      Call<?> call,
      @Nullable Words words,
      BiFunction<Project, Boolean, Decision<ProjectEvent>> asks) {
    ProjectClaimed by = projects.find(path(call)).map(it -> it.state().claimed()).orElse(null);
    return act(
        call,
        by == null ? null : by.kind(),
        by == null ? null : by.claimant(),
        words,
        (project, speaks) ->
            asks.apply(
                project,
                speaks
                    && by != null
                    && project.claimed() != null
                    && project.claimed().claimant().equals(by.claimant())));
  }

  private Command act(
      Call<?> call,
      @Nullable String kind,
      @Nullable String claimant,
      @Nullable Words words,
      BiFunction<Project, Boolean, Decision<ProjectEvent>> asks) {
    StreamId stream = path(call);
    var all = new ArrayList<StreamId>();
    all.add(stream);
    StreamId who = kind == null || claimant == null ? null : stream(kind, claimant);
    String lead = null;
    if (who != null) {
      all.add(who);
      lead = "team".equals(kind) ? lead(who) : null;
      if (lead != null) {
        all.add(AccountCases.stream(lead));
      }
    }
    Actor actor = Actors.of(call.caller());
    String leads = lead;
    return call.command(
        200,
        all,
        words == null ? List.of() : words.besides(),
        words == null ? List.of() : words.documents(),
        streams ->
            Verdicts.of(
                stream,
                asks.apply(
                    streams.state(stream, Project.class),
                    who != null && speaks(who, leads, actor, streams))));
  }

  private @Nullable String lead(StreamId team) {
    return teams.find(team).map(it -> it.state().what().lead()).orElse(null);
  }

  private static StreamId stream(String kind, String claimant) {
    return switch (kind) {
      case "team" -> Kind.named(Volunteers.TEAMS, claimant, "unknown-team");
      case "unit" -> Kind.named(UnitCases.NAME, claimant, "unknown-unit");
      default -> Volunteers.passbook(claimant);
    };
  }

  private static boolean speaks(StreamId who, @Nullable String lead, Actor actor, Streams streams) {
    return switch (who.kind()) {
      case AccountCases.KIND -> {
        Account passbook = streams.state(who, Account.class);
        yield passbook.isOpen() && passbook.isSpokenForBy(actor.mark());
      }
      case Volunteers.TEAMS -> {
        Team team = streams.state(who, Team.class);
        yield team.exists()
            && team.open()
            && team.isLedBy(
                actor,
                lead == null
                    ? null
                    : Volunteers.of(
                        lead,
                        streams.state(AccountCases.stream(lead), Account.class),
                        streams.at()));
      }
      default -> {
        Unit unit = streams.state(who, Unit.class);
        yield unit.exists() && unit.here() && unit.isSpokenForBy(actor);
      }
    };
  }

  private Words words(Call<?> call) {
    return new Words(vault.sealing(path(call), call.commandId()));
  }

  private static StreamId path(Call<?> call) {
    return Kind.fromPath(ProjectCases.NAME, call.path("id"));
  }
}
