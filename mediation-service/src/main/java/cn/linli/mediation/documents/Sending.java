package cn.linli.mediation.documents;

import cn.linli.events.mediation.Pathway;
import java.time.Instant;
import java.util.List;

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
}
