package cn.linli.petition.deliberation;

import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Commented;
import cn.linli.petition.casework.Actors;
import cn.linli.petition.casework.FactsBook;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.domain.Actor;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.PetitionCommand;
import cn.linli.petition.domain.PetitionRules;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.Recorded;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reviews come from everybody who lives there (评事), though they may not read the request: what was
 * deliberated on is theirs to judge, the petitioner's own words are not theirs to see.
 */
final class Reviewing {

  private final Vault vault;
  private final FactsBook facts;
  private final Reach reach;

  Reviewing(Vault vault, FactsBook facts, Reach reach) {
    this.vault = vault;
    this.facts = facts;
    this.reach = reach;
  }

  Command review(Call<Bodies.Review> call) {
    StreamId stream = PetitionStream.fromPath(call.path("id"));
    var words = new Words(vault.sealing(stream, call.commandId()));
    PetitionCommand command = Asks.review(call.body(), words);
    Recorded recorded = call.body().recordedOnBehalf();
    String evidenceRef = recorded == null ? null : words.seal(recorded.evidence());
    Actor actor = Actors.of(call.caller());
    return call.command(
        200,
        List.of(stream),
        words.documents(),
        Command.single(
            stream,
            Petition.class,
            (petition, at) -> decide(petition, at, command, actor, call.caller(), evidenceRef)));
  }

  private Decision<PetitionEvent> decide(
      Petition petition,
      Instant at,
      PetitionCommand command,
      Actor actor,
      Caller caller,
      @Nullable String evidenceRef) {
    if (!petition.exists()) {
      return Decision.refuse("not-found");
    }
    Reach.View view = reach.of(petition, caller);
    if (view == Reach.View.HIDDEN && !livesThere(petition, caller)) {
      return Decision.refuse("not-found");
    }
    if (view == Reach.View.OUT_OF_SCOPE) {
      return Decision.refuse("out-of-scope");
    }
    var decision =
        PetitionRules.decide(command, petition, facts.at(at, actor, petition.filed().division()));
    if (evidenceRef != null && decision instanceof Decision.Accepted<PetitionEvent>(var events)) {
      var more = new ArrayList<>(events);
      more.add(new Commented(false, evidenceRef));
      return Decision.accept(more);
    }
    return decision;
  }

  /** Nobody learns of a request that was never deliberated on. */
  private static boolean livesThere(Petition petition, Caller caller) {
    String division = petition.filed().division();
    return caller.is(Role.RESIDENT)
        && petition.proceedings().deliberation() != null
        && !division.equals(Petition.UNKNOWN_DIVISION)
        && (caller.covers(DivisionCode.of(division))
            || caller.scope().value().startsWith(division));
  }
}
