package cn.linli.timebank.teams;

import cn.linli.events.timebank.ActivityPlan;
import cn.linli.events.timebank.TeamEvent;
import cn.linli.events.timebank.TeamEvent.TeamFormed;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.Command.Streams;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.activities.ActivityCases;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Actors;
import cn.linli.timebank.domain.Actor;
import cn.linli.timebank.domain.Volunteer;
import cn.linli.timebank.domain.activities.Activity;
import cn.linli.timebank.domain.activities.ActivityCommand;
import cn.linli.timebank.domain.activities.ActivityRules;
import cn.linli.timebank.domain.teams.Team;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.volunteering.Kind;
import cn.linli.timebank.volunteering.Verdicts;
import cn.linli.timebank.volunteering.Volunteers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From calls on teams to commands. A shift is an activity that only members sign up for. */
final class TeamActing {

  private final Vault vault;
  private final CaseStates<Team> teams;

  TeamActing(Vault vault, CaseStates<Team> teams) {
    this.vault = vault;
    this.teams = teams;
  }

  Command form(Call<Bodies.Form> call) {
    Bodies.Form body = call.body();
    if (!Team.KINDS.contains(body.kind())) {
      throw new ProblemException(Problem.of(422, "unknown-team-kind"));
    }
    StreamId stream = Volunteers.team(call.derivedId("team"));
    var words = new Words(vault.sealingNew(stream, call.commandId()));
    var formed =
        new TeamFormed(
            stream.key(),
            body.kind(),
            body.division().value(),
            words.seal(body.name()),
            body.lead());
    var all = new ArrayList<StreamId>();
    all.add(stream);
    if (body.lead() != null) {
      all.add(Volunteers.passbook(body.lead()));
    }
    return call.command(
            201,
            all,
            words.besides(),
            words.documents(),
            streams -> {
              Volunteer lead = volunteer(body.lead(), streams);
              boolean fit =
                  body.lead() == null
                      || lead != null && lead.person() && lead.open() && !lead.minor();
              return !fit
                  ? new Verdict.Refuse(Refusal.of("lead-not-fit"))
                  : Verdicts.of(stream, Decision.<TeamEvent>accept(formed));
            })
        .onNewStream();
  }

  Command join(Call<Bodies.Join> call) {
    Words words = new Words(vault.sealing(path(call), call.commandId()));
    if (call.body().recordedOnBehalf() != null) {
      words.seal(call.body().recordedOnBehalf().evidence());
    }
    return decide(
        call,
        call.body().account(),
        words,
        (team, who, led, actor) ->
            team.join(who, call.body().recordedOnBehalf() != null, led, actor));
  }

  Command leave(Call<Bodies.Leave> call) {
    return decide(
        call, call.body().account(), null, (team, who, led, actor) -> team.leave(who, led, actor));
  }

  Command disband(Call<?> call) {
    StreamId stream = path(call);
    String lead = lead(stream);
    return call.command(
        200,
        streams(stream, lead, null),
        List.of(),
        streams -> {
          Team team = streams.state(stream, Team.class);
          return Verdicts.of(stream, team.disband(isLed(team, lead, call, streams)));
        });
  }

  /** All shifts of a plan in one commit; each can be signed up for, confirmed, cancelled alone. */
  Command plan(Call<Bodies.Plan> call) {
    Bodies.Plan body = call.body();
    StreamId stream = path(call);
    String lead = lead(stream);
    String division =
        teams
            .find(stream)
            .map(it -> it.state().what().division())
            .orElseThrow(() -> new ProblemException(Problem.notFound()));
    var words = new Words(vault.sealing(stream, call.commandId()));
    String title = words.seal(body.title());
    List<StreamId> shifts = new ArrayList<>();
    for (int i = 0; i < body.count(); i++) {
      shifts.add(ActivityCases.stream(call.derivedId("shift-" + i)));
    }
    var all = new ArrayList<>(streams(stream, lead, null));
    all.addAll(shifts);
    return call.command(
        200,
        all,
        words.besides(),
        words.documents(),
        streams -> {
          Team team = streams.state(stream, Team.class);
          var planned = new ArrayList<Change>();
          for (int i = 0; i < shifts.size(); i++) {
            var plan = shift(body, i, title, division, stream.key());
            var publish = new ActivityCommand.Publish(shifts.get(i).key(), plan, null);
            var decision =
                ActivityRules.decide(
                    publish,
                    streams.state(shifts.get(i), Activity.class),
                    Actors.of(call.caller()),
                    streams.at());
            switch (Verdicts.of(shifts.get(i), decision)) {
              case Verdict.Refuse refused -> {
                return refused;
              }
              case Verdict.Accept(var changes) -> planned.addAll(changes);
            }
          }
          return Verdicts.of(
              stream,
              team.plan(
                  body.count(),
                  body.firstStartsAt(),
                  start(body, body.count() - 1),
                  isLed(team, lead, call, streams)),
              _ -> new Verdict.Accept(planned));
        });
  }

  private static ActivityPlan shift(
      Bodies.Plan body, int number, String title, String division, String team) {
    Instant starts = start(body, number);
    return new ActivityPlan(
        title,
        division,
        body.service(),
        starts,
        starts.plus(Duration.ofMinutes(body.minutes())),
        body.places(),
        1,
        body.minutesCap(),
        false,
        null,
        List.of(),
        true,
        List.of(),
        team);
  }

  private static Instant start(Bodies.Plan body, int number) {
    return body.firstStartsAt().plus(Duration.ofDays((long) number * body.everyDays()));
  }

  /** What is asked of a team about one volunteer. */
  @FunctionalInterface
  private interface Asking {
    Decision<TeamEvent> of(Team team, Volunteer who, boolean led, Actor actor);
  }

  private Command decide(Call<?> call, String account, @Nullable Words words, Asking asks) {
    StreamId stream = path(call);
    String lead = lead(stream);
    Volunteers.passbook(account);
    return call.command(
        200,
        streams(stream, lead, account),
        words == null ? List.of() : words.besides(),
        words == null ? List.of() : words.documents(),
        streams -> {
          Team team = streams.state(stream, Team.class);
          Volunteer who = volunteer(account, streams);
          return who == null
              ? new Verdict.Refuse(Refusal.of("account-unknown"))
              : Verdicts.of(
                  stream,
                  asks.of(team, who, isLed(team, lead, call, streams), Actors.of(call.caller())));
        });
  }

  /** Never changes, so it is read before; null where the house leads, or there is no team. */
  private @Nullable String lead(StreamId stream) {
    return teams.find(stream).map(it -> it.state().what().lead()).orElse(null);
  }

  private static List<StreamId> streams(
      StreamId team, @Nullable String lead, @Nullable String account) {
    var all = new ArrayList<StreamId>();
    all.add(team);
    if (lead != null) {
      all.add(AccountCases.stream(lead));
    }
    if (account != null && !account.equals(lead)) {
      all.add(AccountCases.stream(account));
    }
    return all;
  }

  private static boolean isLed(Team team, @Nullable String lead, Call<?> call, Streams streams) {
    return team.exists() && team.isLedBy(Actors.of(call.caller()), volunteer(lead, streams));
  }

  private static @Nullable Volunteer volunteer(@Nullable String account, Streams streams) {
    if (account == null) {
      return null;
    }
    Account passbook = streams.state(AccountCases.stream(account), Account.class);
    return passbook.exists() ? Volunteers.of(account, passbook, streams.at()) : null;
  }

  private static StreamId path(Call<?> call) {
    return Kind.fromPath(TeamCases.NAME, call.path("id"));
  }
}
