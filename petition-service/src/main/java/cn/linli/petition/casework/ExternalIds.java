package cn.linli.petition.casework;

import cn.linli.events.petition.ClaimEvent.Claimed;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.petition.domain.Petition;
import cn.linli.platform.access.Caller;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.vault.KeyedHash;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A client's own numbers for requests: each is taken once per client. */
public final class ExternalIds {

  private static final String MARK = "external-id";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final KeyedHash hash;
  private final MongoCollection<Document> states;

  public ExternalIds(KeyedHash hash, MongoDatabase database) {
    this.hash = hash;
    this.states =
        database.getCollection(StateStore.COLLECTION).withReadConcern(ReadConcern.MAJORITY);
  }

  /** What events carry in place of the number. */
  public String mark(Caller client, String externalId) {
    String of = client.organisation() == null ? client.mark() : client.organisation();
    return hash.of(MARK, of, externalId);
  }

  public StreamId claim(String mark) {
    return Claim.External.stream(mark);
  }

  /** The request that a client filed under its number. */
  public Optional<StreamId> holder(Caller client, String externalId) {
    StreamId claim = claim(mark(client, externalId));
    Document state = states.find(Filters.eq("_id", claim.toString())).first();
    if (state == null) {
      return Optional.empty();
    }
    String holder = MAPPER.readValue(state.getString("d"), Claim.class).holder();
    return Optional.ofNullable(holder).map(PetitionStream::of);
  }

  /**
   * A rule for a new request, together with its claim: both or nothing.
   *
   * @param mark null where the client gave no number
   */
  public Command.Rule filing(
      StreamId petition, @Nullable String mark, Command.SingleRule<Petition, PetitionEvent> rule) {
    if (mark == null) {
      return Command.single(petition, Petition.class, rule);
    }
    StreamId claim = claim(mark);
    return streams -> {
      String holder = streams.state(claim, Claim.class).holder();
      if (holder != null) {
        return new Verdict.Refuse(Refusal.of("external-id-taken", "id", holder));
      }
      return switch (rule.decide(streams.state(petition, Petition.class), streams.at())) {
        case Decision.Refused<PetitionEvent>(var refusal) -> new Verdict.Refuse(refusal);
        case Decision.Accepted<PetitionEvent>(var events) ->
            new Verdict.Accept(
                List.of(
                    new Change(petition, events),
                    new Change(claim, List.of(new Claimed(petition.key())))));
      };
    };
  }

  public List<StreamId> streams(StreamId petition, @Nullable String mark) {
    return mark == null ? List.of(petition) : List.of(petition, claim(mark));
  }
}
