package cn.linli.petition.referral;

import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.domain.Referral;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names of the sides for the mediation service, which fetches them once for a dispute that really
 * came of the referral (design §5): no event tells them. Who asked and why is written down first.
 */
final class Contacts {

  /** Claim {@code org} of the only service that may ask. */
  private static final String MEDIATION = "mediation-service";

  private final PetitionStates states;
  private final Vault vault;

  Contacts(PetitionStates states, Vault vault) {
    this.states = states;
    this.vault = vault;
  }

  /** Null where no such referral went to that dispute. */
  @Nullable Object fetch(Query<Bodies.Fetch> query) {
    if (!MEDIATION.equals(query.caller().organisation())) {
      throw AccessException.wrongRole();
    }
    StreamId stream = PetitionStream.fromPath(query.path("id"));
    Referral referral =
        states.find(stream).map(it -> it.petition().proceedings().referral()).orElse(null);
    if (referral == null || !referral.id().equals(query.path("referral"))) {
      return null;
    }
    if (referral.state() == Referral.State.OFFERED) {
      // The news that it was taken is still on its way: asking again helps.
      throw new ProblemException(Problem.of(409, "referral-not-taken"));
    }
    String ref = referral.partiesRef();
    return ref == null || !referral.isWith(query.body().dispute())
        ? null
        : opened(stream, ref, referral, query);
  }

  private Bodies.Fetched opened(
      StreamId stream, String ref, Referral referral, Query<Bodies.Fetch> query) {
    Content content =
        vault
            .unmask(
                stream,
                List.of(ref),
                query.caller().by(),
                query.body().reason(),
                query.correlation())
            .get(ref);
    return content
        .read(Bodies.SealedParties.class)
        .map(sealed -> new Bodies.Fetched(referral.id(), sealed.parties()))
        .orElseThrow(() -> new ProblemException(Problem.of(410, "contacts-erased")));
  }
}
