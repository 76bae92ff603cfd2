package cn.linli.events.mediation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was filed.
 *
 * @param division where it lies: a code of 15, 12, 9 or 6 digits
 * @param bench where it goes first
 * @param contentRef title and facts
 * @param sketch keyed sketch of title and facts, base 64: answers "may it contain this?"
 * @param receivedAt when it was filed, or when the request behind it was referred
 * @param acceptBy by when a committee says whether it takes it
 */
public record DisputeFiling(
    DisputeKind kind,
    DisputeSource source,
    String division,
    Bench bench,
    String contentRef,
    List<PartyNamed> parties,
    List<ClaimMade> claims,
    List<String> attachments,
    @Nullable String sketch,
    Instant receivedAt,
    Instant acceptBy) {
  public DisputeFiling {
    parties = List.copyOf(parties);
    claims = List.copyOf(claims);
    attachments = List.copyOf(attachments);
  }
}
