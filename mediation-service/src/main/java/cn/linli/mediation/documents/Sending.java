package cn.linli.mediation.documents;

import cn.linli.events.mediation.Pathway;
import cn.linli.mediation.domain.Claim;
import cn.linli.mediation.domain.Dispute;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A hand-over that is being put together, or was.
 *
 * @param number of the dispute's hand-overs, from 1
 * @param body code of who takes the claims over
 */
public record Sending(
    int number, Pathway pathway, String body, List<String> claims, Instant preparedAt) {
  public Sending {
    claims = List.copyOf(claims);
  }

  /** Numbers of the parties whose claims they are. */
  public Set<String> claimants(Dispute dispute) {
    return claims.stream()
        .flatMap(no -> dispute.claim(no).stream())
        .map(Claim::by)
        .collect(Collectors.toSet());
  }
}
