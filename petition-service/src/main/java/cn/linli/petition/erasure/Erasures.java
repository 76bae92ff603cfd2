package cn.linli.petition.erasure;

import cn.linli.events.petition.ErasureEvent.Ground;
import cn.linli.petition.casework.Acting;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.domain.ErasureCommand;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.PetitionCommand;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.config.Configuration;
import cn.linli.platform.config.tables.RetentionTable;
import cn.linli.platform.config.tables.RetentionTable.Holding;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.PersonMark;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Ids;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Who asked and why is written down first; then the command deletes the keys as it commits. */
final class Erasures {

  /** Requests of one person that one call looks at. */
  private static final int CASES_MAX = 500;

  private final Acting acting;
  private final PetitionStates states;
  private final Reach reach;
  private final Vault vault;
  private final KeyedHash hash;
  private final Configuration tables;
  private final CommandGate gate;
  private final Ids ids;

  Erasures(
      Acting acting,
      PetitionStates states,
      Reach reach,
      Vault vault,
      KeyedHash hash,
      Configuration tables,
      CommandGate gate,
      Ids ids) {
    this.acting = acting;
    this.states = states;
    this.reach = reach;
    this.vault = vault;
    this.hash = hash;
    this.tables = tables;
    this.gate = gate;
    this.ids = ids;
  }

  Command one(Call<Bodies.Erase> call) {
    StreamId stream = PetitionStream.fromPath(call.path("id"));
    Petition petition =
        states
            .find(stream)
            .map(PetitionStates.Stored::petition)
            .orElseThrow(() -> new ProblemException(Problem.notFound()));
    switch (reach.of(petition, call.caller())) {
      case HIDDEN -> throw new ProblemException(Problem.notFound());
      case OUT_OF_SCOPE -> throw AccessException.outOfScope();
      case OPEN -> {}
    }
    vault.logErasure(stream, call.caller().by(), call.body().reason(), call.correlation());
    return acting.act(
        call,
        (body, words) ->
            erase(stream, petition, body.groundOrRequest(), isOfficer(call.caller()), words));
  }

  Bodies.Erasures allOf(Query<Bodies.ErasePerson> query) {
    Bodies.ErasePerson body = query.body();
    Ground ground = body.ground() == null ? Ground.REQUEST : body.ground();
    var found = vault.casesOf(PersonMark.ofPhone(hash, body.phone()), CASES_MAX + 1);
    var kept = new ArrayList<Bodies.Kept>();
    var running = new LinkedHashMap<String, CompletableFuture<Outcome>>();
    for (String id : found.stream().filter(PetitionStream::isId).limit(CASES_MAX).toList()) {
      StreamId stream = PetitionStream.of(id);
      Petition petition = states.find(stream).map(PetitionStates.Stored::petition).orElse(null);
      if (petition == null || reach.of(petition, query.caller()) != Reach.View.OPEN) {
        continue; // not there, or not for this officer to know of
      }
      vault.logErasure(stream, query.caller().by(), body.reason(), query.correlation());
      running.put(
          id,
          gate.submit(
              acting.actOn(
                  stream,
                  query.caller(),
                  ids.timeOrdered(),
                  query.correlation(),
                  words -> erase(stream, petition, ground, true, words))));
    }
    var erased = new ArrayList<String>();
    running.forEach((id, outcome) -> {
      switch (outcome.join()) {
        case Outcome.Done _ -> erased.add(id);
        case Outcome.Refused(var refusal) -> kept.add(new Bodies.Kept(id, refusal.code()));
        case Outcome other -> throw new ProblemException(Problem.of(other));
      }
    });
    return new Bodies.Erasures(erased, kept, found.size() <= CASES_MAX);
  }

  private PetitionCommand erase(
      StreamId stream, Petition petition, Ground ground, boolean byOfficer, Words words) {
    words.beside(Vault.erasure(stream));
    var keep =
        tables
            .table(RetentionTable.class, petition.filed().division())
            .holdings()
            .get(Holding.FREE_TEXT);
    return new ErasureCommand.Erase(
        ground, byOfficer, Objects.requireNonNull(Objects.requireNonNull(keep).months()));
  }

  private static boolean isOfficer(Caller caller) {
    return caller.is(Role.ADMIN);
  }
}
