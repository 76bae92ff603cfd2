package cn.linli.timebank.deeds;

import static cn.linli.platform.config.tables.SchemeTable.cell;

import cn.linli.events.timebank.DeedEvent;
import cn.linli.events.timebank.DeedEvent.CouncilTerms;
import cn.linli.platform.access.Caller;
import cn.linli.platform.attachment.Attachments;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.config.Configuration;
import cn.linli.platform.config.tables.DeedTable;
import cn.linli.platform.config.tables.SchemeTable;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.domain.deeds.Deed;
import cn.linli.timebank.domain.deeds.DeedCommand;
import cn.linli.timebank.domain.deeds.DeedRules;
import cn.linli.timebank.domain.deeds.Passbook;
import cn.linli.timebank.domain.deeds.Speaker;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** From calls to commands of the moral bank. */
final class Council {

  private final CaseStates<Deed> deeds;
  private final Passbooks passbooks;
  private final Configuration tables;
  private final Vault vault;
  private final Attachments attachments;

  Council(
      CaseStates<Deed> deeds,
      Passbooks passbooks,
      Configuration tables,
      Vault vault,
      Attachments attachments) {
    this.deeds = deeds;
    this.passbooks = passbooks;
    this.tables = tables;
    this.vault = vault;
    this.attachments = attachments;
  }

  Command report(Call<Bodies.Report> call) {
    Bodies.Report body = call.body();
    Passbook passbook = passbooks.of(body.account());
    int points =
        catalogue(passbook)
            .deed(body.deed())
            .map(row -> cell(row.points()))
            .orElseThrow(() -> new ProblemException(Problem.of(422, "unknown-deed")));
    return begin(
        call,
        passbook,
        body.attachments(),
        (words, files) ->
            new DeedCommand.Report(
                body.deed(), points, words.seal(body.evidence()), files, terms(passbook)));
  }

  Command deduct(Call<Bodies.Deduct> call) {
    Bodies.Deduct body = call.body();
    Passbook passbook = passbooks.of(body.account());
    return begin(
        call,
        passbook,
        body.attachments(),
        (words, files) ->
            new DeedCommand.Deduct(
                cell(scheme(passbook).deductions()),
                body.breach(),
                catalogue(passbook).breach(body.breach()).map(row -> cell(row.points())).orElse(0),
                words.seal(body.evidence()),
                files,
                terms(passbook)));
  }

  /** An act on the matter of the path. */
  <B> Command act(Call<B> call, boolean deduction, BiFunction<B, Words, DeedCommand> asks) {
    StreamId stream = DeedCases.fromPath(call.path("id"));
    Deed found =
        deeds
            .find(stream)
            .map(CaseStates.Stored::state)
            .filter(it -> it.isDeduction() == deduction)
            .orElseThrow(() -> new ProblemException(Problem.notFound()));
    var words = new Words(vault.sealing(stream, call.commandId()));
    return command(
        call,
        200,
        stream,
        words,
        asks.apply(call.body(), words),
        passbooks.of(Objects.requireNonNull(found.account())));
  }

  private Command begin(
      Call<?> call,
      Passbook passbook,
      @Nullable List<String> named,
      BiFunction<Words, List<String>, DeedCommand> asks) {
    StreamId stream = DeedCases.stream(call.derivedId("deed"));
    var words = new Words(vault.sealing(stream, call.commandId()));
    List<String> files = named == null ? List.of() : named.stream().distinct().toList();
    attachments.claim(words.sealing(), stream, null, call.caller().mark(), files);
    return command(call, 201, stream, words, asks.apply(words, files), passbook);
  }

  private static Command command(
      Call<?> call,
      int status,
      StreamId stream,
      Words words,
      DeedCommand command,
      Passbook passbook) {
    Caller caller = call.caller();
    var speaker = new Speaker(caller.mark(), caller.role(), caller.scope().value());
    return call.command(
        status,
        List.of(stream),
        words.besides(),
        words.documents(),
        Command.<Deed, DeedEvent>single(
            stream,
            Deed.class,
            (deed, at) ->
                status == 201 && deed.exists()
                    ? Decision.refuse("deed-decided")
                    : DeedRules.decide(command, deed, passbook, speaker, at)));
  }

  private DeedTable catalogue(Passbook passbook) {
    return tables.table(DeedTable.class, passbook.division());
  }

  private SchemeTable scheme(Passbook passbook) {
    return tables.table(SchemeTable.class, passbook.division());
  }

  private CouncilTerms terms(Passbook passbook) {
    SchemeTable scheme = scheme(passbook);
    return new CouncilTerms(cell(scheme.councilQuorum()), cell(scheme.noticeDays()));
  }
}
