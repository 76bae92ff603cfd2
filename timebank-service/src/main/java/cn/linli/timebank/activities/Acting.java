package cn.linli.timebank.activities;

import static cn.linli.platform.config.tables.SchemeTable.cell;

import cn.linli.events.timebank.ActivityPlan;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Streams;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Actors;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Banking.Wanted;
import cn.linli.timebank.casework.Schemes;
import cn.linli.timebank.domain.Volunteer;
import cn.linli.timebank.domain.activities.Activity;
import cn.linli.timebank.domain.activities.ActivityCommand;
import cn.linli.timebank.domain.activities.ActivityRules;
import cn.linli.timebank.domain.activities.Attendance;
import cn.linli.timebank.domain.teams.Team;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.volunteering.Crediting;
import cn.linli.timebank.volunteering.Kind;
import cn.linli.timebank.volunteering.Verdicts;
import cn.linli.timebank.volunteering.Volunteers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** From calls on activities to commands; who may do what is decided with the rule itself. */
final class Acting {

  private final Vault vault;
  private final CaseStates<Activity> activities;
  private final CaseStates<Account> accounts;
  private final Banking banking;
  private final Schemes schemes;
  private final SpotCodes codes;

  Acting(
      Vault vault,
      CaseStates<Activity> activities,
      CaseStates<Account> accounts,
      Banking banking,
      Schemes schemes,
      SpotCodes codes) {
    this.vault = vault;
    this.activities = activities;
    this.accounts = accounts;
    this.banking = banking;
    this.schemes = schemes;
    this.codes = codes;
  }

  Command publish(Call<Bodies.Publish> call) {
    Bodies.Publish body = call.body();
    StreamId stream = ActivityCases.stream(call.derivedId("activity"));
    var words = new Words(vault.sealingNew(stream, call.commandId()));
    var plan =
        new ActivityPlan(
            words.seal(body.title()),
            body.division().value(),
            body.service(),
            body.startsAt(),
            body.endsAt(),
            body.places(),
            body.needed() == null ? 1 : body.needed(),
            body.minutesCap(),
            Boolean.TRUE.equals(body.risk()),
            body.skill(),
            listed(body.coOrganisers()),
            !Boolean.FALSE.equals(body.ownCheck()),
            listed(body.topics()),
            null);
    var publish = new ActivityCommand.Publish(stream.key(), plan, null);
    return call.command(
            201,
            List.of(stream),
            words.besides(),
            words.documents(),
            streams -> decide(call, stream, publish, streams))
        .onNewStream();
  }

  /** Whose team it is, is read before: it never changes. */
  Command signUp(Call<Bodies.SignUp> call) {
    Bodies.SignUp body = call.body();
    Words words = words(call);
    if (body.guardianConsent() != null) {
      words.seal(body.guardianConsent().evidence());
    }
    if (body.recordedOnBehalf() != null) {
      words.seal(body.recordedOnBehalf().evidence());
    }
    StreamId team =
        activities
            .find(path(call))
            .map(it -> it.state().plan().team())
            .map(Volunteers::team)
            .orElse(null);
    return onVolunteer(
        call,
        body.account(),
        words,
        team,
        (who, streams) ->
            new ActivityCommand.SignUp(
                who,
                team == null || streams.state(team, Team.class).has(who.account()),
                body.guardianConsent() != null,
                body.recordedOnBehalf() != null,
                cell(schemes.of(who.division()).minorVisits())));
  }

  Command withdraw(Call<Bodies.Leave> call) {
    Bodies.Leave body = call.body();
    Words words = words(call);
    if (body.recordedOnBehalf() != null) {
      words.seal(body.recordedOnBehalf().evidence());
    }
    return onVolunteer(
        call,
        body.account(),
        words,
        null,
        (who, _) -> new ActivityCommand.Withdraw(who, body.recordedOnBehalf() != null));
  }

  /** Somebody came, or went. */
  Command check(Call<Bodies.Check> call, boolean in) {
    Bodies.Check body = call.body();
    Words words = words(call);
    String evidence = words.sealIfAny(body.evidence());
    Boolean code = body.code() == null ? null : (Boolean) codes.isOf(path(call).key(), body.code());
    return onVolunteer(
        call,
        body.account(),
        words,
        null,
        (who, _) -> new ActivityCommand.Check(who, in, body.at(), code, evidence));
  }

  /** The minutes are posted in the same commit; what is above the cap goes to the pool. */
  Command confirm(Call<Bodies.Confirm> call) {
    StreamId stream = path(call);
    String account = call.body().account();
    StreamId passbook = Volunteers.passbook(account);
    StreamId pool =
        accounts
            .find(passbook)
            .map(it -> AccountCases.pool(it.state().division()))
            .orElseThrow(() -> new ProblemException(Problem.of(422, "account-unknown")));
    return banking.command(
        call,
        200,
        List.of(stream),
        List.of(account, pool.key()),
        null,
        seen -> {
          Activity activity = seen.state(stream, Activity.class);
          Account its = seen.account(account);
          var confirm =
              new ActivityCommand.Confirm(
                  Volunteers.of(account, its, seen.at()), call.body().minutes());
          Wanted decided =
              Wanted.of(
                  stream,
                  ActivityRules.decide(confirm, activity, Actors.of(call.caller()), seen.at()));
          return decided instanceof Wanted.Accept(_, var own)
              ? Wanted.book(
                  Crediting.service(
                      account,
                      its,
                      activity.of(account).map(Attendance::spans).orElse(List.of()),
                      confirm.minutes(),
                      stream.key(),
                      activity.plan().service(),
                      seen.schemes().in(its.division()),
                      seen.at()),
                  own)
              : decided;
        });
  }

  /** An act of the organiser. */
  Command organise(Call<?> call, ActivityCommand command) {
    StreamId stream = path(call);
    return call.changes(stream, streams -> decide(call, stream, command, streams));
  }

  private <B> Command onVolunteer(
      Call<B> call,
      String account,
      Words words,
      @Nullable StreamId more,
      BiFunction<Volunteer, Streams, ActivityCommand> asks) {
    StreamId stream = path(call);
    var all = new ArrayList<StreamId>();
    all.add(stream);
    all.addAll(Volunteers.streams(account));
    if (more != null) {
      all.add(more);
    }
    return call.command(
        200,
        all,
        words.besides(),
        words.documents(),
        streams ->
            Volunteers.isKnown(account, streams)
                ? decide(
                    call, stream, asks.apply(Volunteers.of(account, streams), streams), streams)
                : new Verdict.Refuse(Refusal.of("account-unknown")));
  }

  private static Verdict decide(
      Call<?> call, StreamId stream, ActivityCommand command, Streams streams) {
    return Verdicts.of(
        stream,
        ActivityRules.decide(
            command,
            streams.state(stream, Activity.class),
            Actors.of(call.caller()),
            streams.at()));
  }

  private Words words(Call<?> call) {
    return new Words(vault.sealing(path(call), call.commandId()));
  }

  private static StreamId path(Call<?> call) {
    return Kind.fromPath(ActivityCases.NAME, call.path("id"));
  }

  private static List<String> listed(@Nullable List<String> named) {
    return named == null ? List.of() : named.stream().distinct().toList();
  }
}
