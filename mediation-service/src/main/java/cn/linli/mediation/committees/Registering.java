package cn.linli.mediation.committees;

import cn.linli.events.mediation.CommitteeEvent;
import cn.linli.events.mediation.CommitteeFiling;
import cn.linli.events.mediation.CommitteeTerm;
import cn.linli.mediation.casework.CommitteeCases;
import cn.linli.mediation.casework.MediatorCases;
import cn.linli.mediation.domain.roster.Committee;
import cn.linli.mediation.domain.roster.CommitteeCommand;
import cn.linli.mediation.domain.roster.CommitteeCommand.Newcomer;
import cn.linli.mediation.domain.roster.CommitteeRules;
import cn.linli.mediation.domain.roster.CommitteeRules.Known;
import cn.linli.mediation.domain.roster.Mediator;
import cn.linli.mediation.domain.roster.Members;
import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** From calls to commands of the register. What a body leans on is read with the decision. */
final class Registering {

  private static final int TERM_YEARS = 3;

  private final Vault vault;

  Registering(Vault vault) {
    this.vault = vault;
  }

  Command open(Call<Bodies.Open> call) {
    Bodies.Open body = call.body();
    StreamId stream =
        CommitteeCases.stream(body.kind(), body.division().value(), call.derivedId("committee"));
    var words = new Words(vault.sealing(stream, call.commandId()));
    boolean isCommittee = body.kind().isCommittee();
    List<String> partners = body.partners() == null ? List.of() : body.partners();
    var filing =
        new CommitteeFiling(
            body.kind(),
            body.division().value(),
            words.seal(body.name()),
            body.trades() == null ? List.of() : body.trades().stream().distinct().toList(),
            isCommittee ? null : body.parent(),
            partners.stream().distinct().toList(),
            body.host(),
            body.lead(),
            isCommittee ? term(body.termFrom(), body.termUntil()) : null,
            Members.numbered(newcomers(body.members(), words), 0),
            Bodies.Declared.of(body.declared()));
    List<StreamId> streams = streams(stream, filing);
    return call.command(
        201,
        streams,
        words.besides(),
        words.documents(),
        touched -> {
          Committee before = touched.state(stream, Committee.class);
          return verdict(
              stream,
              CommitteeRules.decide(
                  new CommitteeCommand.Register(filing), before, known(touched, filing)));
        });
  }

  Command change(Call<Bodies.Change> call) {
    return act(
        call,
        (body, words) ->
            new CommitteeCommand.ChangeMembers(
                newcomers(body.add(), words),
                body.remove() == null ? List.of() : body.remove().stream().distinct().toList(),
                body.chair(),
                Bodies.Declared.of(body.declared())));
  }

  Command reelect(Call<Bodies.Reelect> call) {
    return act(
        call,
        (body, words) ->
            new CommitteeCommand.Reelect(
                Objects.requireNonNull(term(body.termFrom(), body.termUntil())),
                newcomers(body.members(), words),
                Bodies.Declared.of(body.declared())));
  }

  Command end(Call<Bodies.Reason> call) {
    return act(call, (body, words) -> new CommitteeCommand.End(words.seal(body.reason())));
  }

  private <B> Command act(Call<B> call, BiFunction<B, Words, CommitteeCommand> asks) {
    StreamId stream = CommitteeCases.fromPath(call.path("id"));
    var words = new Words(vault.sealing(stream, call.commandId()));
    CommitteeCommand command = asks.apply(call.body(), words);
    Caller caller = call.caller();
    return call.command(
        200,
        List.of(stream),
        words.besides(),
        words.documents(),
        touched -> {
          Committee committee = touched.state(stream, Committee.class);
          return verdict(
              stream,
              committee.exists() && !caller.covers(DivisionCode.of(committee.filed().division()))
                  ? Decision.refuse("out-of-scope")
                  : CommitteeRules.decide(
                      command, committee, new Known(touched.at(), null, List.of(), null)));
        });
  }

  private static Command.Verdict verdict(StreamId stream, Decision<CommitteeEvent> decision) {
    return switch (decision) {
      case Decision.Refused<CommitteeEvent>(var refusal) -> new Command.Verdict.Refuse(refusal);
      case Decision.Accepted<CommitteeEvent>(var events) ->
          new Command.Verdict.Accept(List.of(new Command.Change(stream, events)));
    };
  }

  /** The body itself first, then what it leans on. */
  private static List<StreamId> streams(StreamId stream, CommitteeFiling filing) {
    var streams = new ArrayList<StreamId>();
    streams.add(stream);
    if (filing.parent() != null) {
      streams.add(CommitteeCases.stream(filing.parent()));
    }
    filing.partners().stream().map(CommitteeCases::stream).forEach(streams::add);
    if (filing.lead() != null) {
      streams.add(MediatorCases.stream(filing.lead()));
    }
    return streams.stream().distinct().toList();
  }

  private static Known known(Command.Streams touched, CommitteeFiling filing) {
    return new Known(
        touched.at(),
        filing.parent() == null ? null : committee(touched, filing.parent()),
        filing.partners().stream()
            .map(id -> touched.state(CommitteeCases.stream(id), Committee.class))
            .filter(Committee::exists)
            .toList(),
        filing.lead() == null ? null : mediator(touched, filing.lead()));
  }

  private static @Nullable Committee committee(Command.Streams touched, String id) {
    Committee found = touched.state(CommitteeCases.stream(id), Committee.class);
    return found.exists() ? found : null;
  }

  private static @Nullable Mediator mediator(Command.Streams touched, String id) {
    Mediator found = touched.state(MediatorCases.stream(id), Mediator.class);
    return found.exists() ? found : null;
  }

  private static List<Newcomer> newcomers(@Nullable List<Bodies.Member> members, Words words) {
    return members == null
        ? List.of()
        : members.stream()
            .map(it -> new Newcomer(words.seal(it.name()), Boolean.TRUE.equals(it.chair())))
            .toList();
  }

  private static @Nullable CommitteeTerm term(@Nullable LocalDate from, @Nullable LocalDate until) {
    if (from == null) {
      return null;
    }
    return new CommitteeTerm(from, until == null ? from.plusYears(TERM_YEARS).minusDays(1) : until);
  }
}
