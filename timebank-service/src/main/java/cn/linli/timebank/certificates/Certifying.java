package cn.linli.timebank.certificates;

import static cn.linli.platform.config.tables.SchemeTable.cell;

import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.CertificateEvent;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.casework.Listing;
import cn.linli.timebank.casework.Reach;
import cn.linli.timebank.casework.Schemes;
import cn.linli.timebank.casework.ServiceLines;
import cn.linli.timebank.domain.certificates.Certification;
import cn.linli.timebank.domain.certificates.CertificationRules;
import cn.linli.timebank.domain.certificates.CertificationRules.Wish;
import cn.linli.timebank.domain.certificates.ServiceRecord;
import cn.linli.timebank.ledger.Account;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** From calls to commands: certificates asked for, objected to, answered for. */
final class Certifying {

  private final CaseStates<Certification> states;
  private final CaseStates<Account> accounts;
  private final ServiceLines lines;
  private final Schemes schemes;
  private final Vault vault;

  Certifying(
      CaseStates<Certification> states,
      CaseStates<Account> accounts,
      ServiceLines lines,
      Schemes schemes,
      Vault vault) {
    this.states = states;
    this.accounts = accounts;
    this.lines = lines;
    this.schemes = schemes;
    this.vault = vault;
  }

  /**
   * What it will say is fixed with the call. Two that are asked for at the same instant hang both:
   * they say the same.
   */
  Command ask(Call<Bodies.Ask> call) {
    Bodies.Ask body = call.body();
    Stored<Account> passbook =
        Reach.open(accounts.find(AccountCases.stream(body.account())), call.caller())
            .orElseThrow(() -> new ProblemException(Problem.notFound()));
    Account account = passbook.state();
    if (!Reach.isHolder(account, call.caller()) && body.recordedOnBehalf() == null) {
      throw AccessException.notYourself();
    }
    if (account.kind() != AccountKind.PERSON) {
      throw new ProblemException(Problem.of(422, "certificate-for-persons"));
    }
    StreamId stream = CertificationCases.stream(call.derivedId("certificate"));
    var words = new Words(vault.sealing(stream, call.commandId()));
    var wish =
        new Wish(
            passbook.id(),
            account.division(),
            Certificate.number(passbook, WorkCalendar.dayOf(call.receivedAt())),
            passbook.version(),
            ServiceRecord.of(lines.all(passbook)),
            cell(schemes.of(account.division()).certificateNoticeDays()),
            body.recordedOnBehalf() == null ? null : words.seal(body.recordedOnBehalf().evidence()),
            hangs(passbook.id()));
    return command(call, 201, stream, words, (_, at) -> CertificationRules.ask(wish, at))
        .onNewStream();
  }

  private boolean hangs(String account) {
    String list = ListFields.of(CertificationCases.NOTICES, account);
    return !Listing.first(states, list, 1).isEmpty();
  }

  Command object(Call<Bodies.Object> call) {
    StreamId stream = found(call).stream();
    Caller caller = call.caller();
    var words = new Words(vault.sealing(stream, call.commandId()));
    String reasonRef = words.seal(call.body().reason());
    return command(
        call,
        200,
        stream,
        words,
        (it, at) ->
            CertificationRules.object(it, caller.mark(), caller.scope().value(), reasonRef, at));
  }

  /** By a bank clerk of the community that issues it. */
  Command answer(Call<Bodies.Answer> call) {
    Found found = found(call);
    Caller caller = call.caller();
    Set<String> speakers =
        accounts
            .find(AccountCases.stream(found.state().filed().account()))
            .map(it -> it.state().speakers())
            .orElse(Set.of());
    var words = new Words(vault.sealing(found.stream(), call.commandId()));
    String reasonRef = words.seal(call.body().reason());
    return command(
        call,
        200,
        found.stream(),
        words,
        (it, at) ->
            caller.is(Role.BANK_CLERK) && caller.covers(DivisionCode.of(it.filed().division()))
                ? CertificationRules.answer(
                    it,
                    call.body().objection(),
                    call.body().upheld(),
                    caller.mark(),
                    speakers,
                    reasonRef,
                    at)
                : Decision.refuse("out-of-scope"));
  }

  private record Found(StreamId stream, Certification state) {}

  private Found found(Call<?> call) {
    StreamId stream = CertificationCases.fromPath(call.path("id"));
    return states
        .find(stream)
        .map(it -> new Found(stream, it.state()))
        .orElseThrow(() -> new ProblemException(Problem.notFound()));
  }

  private static Command command(
      Call<?> call,
      int status,
      StreamId stream,
      Words words,
      BiFunction<Certification, Instant, Decision<CertificateEvent>> rule) {
    return call.command(
        status,
        List.of(stream),
        words.besides(),
        words.documents(),
        Command.<Certification, CertificateEvent>single(stream, Certification.class, rule::apply));
  }
}
