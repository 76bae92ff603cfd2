package cn.linli.mediation.roster;

import cn.linli.events.mediation.MediatorEvent;
import cn.linli.events.mediation.MediatorFiling;
import cn.linli.events.mediation.MediatorProfile;
import cn.linli.mediation.casework.CommitteeCases;
import cn.linli.mediation.casework.MediatorCases;
import cn.linli.mediation.domain.roster.Committee;
import cn.linli.mediation.domain.roster.Mediator;
import cn.linli.mediation.domain.roster.MediatorCommand;
import cn.linli.mediation.domain.roster.MediatorRules;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.PersonMark;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** From calls to commands of the roster; the body a command names is read with the decision. */
final class Enrolling {

  private final Vault vault;
  private final KeyedHash hash;
  private final Divisions divisions;

  Enrolling(Vault vault, KeyedHash hash, Divisions divisions) {
    this.vault = vault;
    this.hash = hash;
    this.divisions = divisions;
  }

  /** Who is who follows from the account, else from the phone. */
  Command register(Call<Bodies.Register> call) {
    Bodies.Register body = call.body();
    String account = body.account() == null ? null : call.markOf(body.account());
    PersonMark phone =
        body.phone() == null || body.phone().isBlank()
            ? null
            : PersonMark.ofPhone(hash, body.phone());
    String identity = account != null ? account : phone == null ? null : phone.value();
    if (identity == null) {
      throw new ProblemException(Problem.of(422, "account-or-phone-missing"));
    }
    MediatorProfile profile = profile(body.profile(), call.caller());
    StreamId stream = MediatorCases.stream(MediatorCases.idOf(hash, identity));
    var words = new Words(vault.sealing(stream, call.commandId()));
    var register =
        new MediatorCommand.Register(
            new MediatorFiling(
                body.committee(),
                Boolean.TRUE.equals(body.elected()),
                words.seal(phone, new MediatorPerson(body.name(), body.phone())),
                account,
                phone == null ? null : phone.value(),
                profile),
            body.adult());
    return command(call, 201, stream, body.committee(), words, register, (_, _) -> true);
  }

  Command profile(Call<Bodies.Profile> call) {
    MediatorProfile profile = profile(call.body(), call.caller());
    return act(call, (body, words) -> new MediatorCommand.ChangeProfile(profile));
  }

  Command join(Call<Bodies.Body> call) {
    String id = call.body().committee();
    return command(
        call,
        200,
        MediatorCases.fromPath(call.path("id")),
        id,
        words(call),
        new MediatorCommand.Join(id),
        MediatorShown::isHouse);
  }

  Command interests(Call<Bodies.Interests> call) {
    return act(
        call,
        (body, words) ->
            new MediatorCommand.DeclareInterests(
                body.kinPhones().stream()
                    .map(phone -> PersonMark.ofPhone(hash, phone).value())
                    .distinct()
                    .toList(),
                body.organisations().stream().distinct().toList()));
  }

  /** Everybody may complain; it is read by the house alone. */
  Command complain(Call<Bodies.Ground> call) {
    Words words = words(call);
    return command(
        call,
        200,
        MediatorCases.fromPath(call.path("id")),
        null,
        words,
        new MediatorCommand.Complain(call.body().ground(), words.seal(call.body().reason())),
        (_, _) -> true);
  }

  /** What the house does, and nobody to themselves. */
  <B> Command byHouse(Call<B> call, BiFunction<B, Words, MediatorCommand> asks) {
    Words words = words(call);
    return command(
        call,
        200,
        MediatorCases.fromPath(call.path("id")),
        null,
        words,
        asks.apply(call.body(), words),
        (mediator, caller) ->
            MediatorShown.isHouse(mediator, caller) && !MediatorShown.isSelf(mediator, caller));
  }

  /** What the house or the mediator does. */
  <B> Command act(Call<B> call, BiFunction<B, Words, MediatorCommand> asks) {
    Words words = words(call);
    return command(
        call,
        200,
        MediatorCases.fromPath(call.path("id")),
        null,
        words,
        asks.apply(call.body(), words),
        MediatorShown::isHouse);
  }

  private Words words(Call<?> call) {
    return new Words(vault.sealing(MediatorCases.fromPath(call.path("id")), call.commandId()));
  }

  private static Command command(
      Call<?> call,
      int status,
      StreamId stream,
      @Nullable String body,
      Words words,
      MediatorCommand command,
      BiPredicate<Mediator, Caller> allowed) {
    StreamId bodyStream = body == null ? null : CommitteeCases.stream(body);
    Caller caller = call.caller();
    return call.command(
        status,
        bodyStream == null ? List.of(stream) : List.of(stream, bodyStream),
        words.besides(),
        words.documents(),
        touched -> {
          Mediator mediator = touched.state(stream, Mediator.class);
          Committee named = bodyStream == null ? null : touched.state(bodyStream, Committee.class);
          Decision<MediatorEvent> decision =
              mediator.exists() && !allowed.test(mediator, caller)
                  ? Decision.refuse("out-of-scope")
                  : MediatorRules.decide(command, mediator, named);
          return switch (decision) {
            case Decision.Refused<MediatorEvent>(var refusal) ->
                new Command.Verdict.Refuse(refusal);
            case Decision.Accepted<MediatorEvent>(var events) ->
                new Command.Verdict.Accept(List.of(new Command.Change(stream, events)));
          };
        });
  }

  /** Nobody is sent to work where the caller has no say. */
  private MediatorProfile profile(Bodies.Profile said, Caller caller) {
    for (DivisionCode division : said.divisions()) {
      if (!divisions.now().isKnown(division)) {
        throw new ProblemException(Problem.of(422, "unknown-division"));
      }
      if (!caller.covers(division)) {
        throw AccessException.outOfScope();
      }
    }
    return new MediatorProfile(
        said.grade(),
        said.divisions().stream().map(DivisionCode::value).distinct().toList(),
        said.specialties() == null ? List.of() : said.specialties().stream().distinct().toList(),
        said.languages() == null ? List.of() : said.languages().stream().distinct().toList(),
        said.professions() == null ? List.of() : said.professions().stream().distinct().toList(),
        said.organisation(),
        said.volunteer());
  }
}
