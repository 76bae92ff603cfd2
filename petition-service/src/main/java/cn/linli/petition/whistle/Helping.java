package cn.linli.petition.whistle;

import cn.linli.events.petition.Level;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.petition.casework.Actors;
import cn.linli.petition.casework.FactsBook;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.domain.BuildingWhistleCommand.Claim;
import cn.linli.petition.domain.BuildingWhistles;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.PetitionRules;
import cn.linli.petition.reply.BuildingWhistleReply;
import cn.linli.platform.access.Caller;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Language;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.Resource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Neighbours help without seeing the request: of it they are told the building whistle alone, and
 * only where they live or work.
 */
final class Helping implements Resource<BuildingWhistleReply> {

  private final PetitionStates states;
  private final FactsBook facts;
  private final Vault vault;

  Helping(PetitionStates states, FactsBook facts, Vault vault) {
    this.states = states;
    this.facts = facts;
    this.vault = vault;
  }

  Command claim(Call<NoBody> call) {
    StreamId stream = PetitionStream.fromPath(call.path("id"));
    return call.changes(
        stream, Command.single(stream, Petition.class, (it, at) -> decide(call, it, at)));
  }

  private Decision<PetitionEvent> decide(Call<NoBody> call, Petition petition, Instant at) {
    return petition.exists() && isNear(petition, call.caller())
        ? PetitionRules.decide(
            new Claim(call.path("w")),
            petition,
            facts.at(at, Actors.of(call.caller()), petition.filed().division()))
        : Decision.refuse("not-found");
  }

  /** In the same community, or in the same wider place where no community is known. */
  private static boolean isNear(Petition petition, Caller caller) {
    String here = Level.COMMUNITY.around(caller.scope().value());
    String there = Level.COMMUNITY.around(petition.filed().division());
    return there.startsWith(here) || here.startsWith(there);
  }

  @Nullable BuildingWhistleReply one(Query<NoBody> query) {
    return states
        .find(PetitionStream.fromPath(query.path("id")))
        .filter(stored -> isNear(stored.petition(), query.caller()))
        .map(stored -> reply(stored.petition(), query.path("w"), query.caller(), stored.version()))
        .orElse(null);
  }

  @Override
  public BuildingWhistleReply afterCommit(Outcome.Done done, Call<?> call) {
    var petition = (Petition) done.states().get(done.primary());
    BuildingWhistleReply reply =
        petition == null ? null : reply(petition, call.path("w"), call.caller(), done.version());
    if (reply == null) {
      throw new IllegalStateException("a commit without the state of its resource");
    }
    return reply;
  }

  /** Which whistle it was is not known any more: a receipt tells that the claim stands. */
  @Override
  public @Nullable BuildingWhistleReply asItIsNow(
      StreamId primary, Caller caller, Language language) {
    return null;
  }

  private @Nullable BuildingWhistleReply reply(
      Petition petition, String id, Caller caller, long version) {
    return BuildingWhistles.of(petition)
        .find(id)
        .map(raised ->
            BuildingWhistleReply.of(
                raised, caller, vault.open(raised.needRef()).text().orElse(null), version))
        .orElse(null);
  }
}
