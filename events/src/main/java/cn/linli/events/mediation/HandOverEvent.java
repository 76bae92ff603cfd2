package cn.linli.events.mediation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Claims go on elsewhere, and what the body they go to says (domain rules §5.4). */
public sealed interface HandOverEvent extends MediationEvent {

  /**
   * Claims were handed over, with a bundle of papers.
   *
   * @param handOver from {@code h1} in each dispute
   * @param body code of who takes them over
   * @param asOf version of the dispute that the papers in the bundle tell of
   * @param preparedAt date of the letter that goes with it
   * @param manifestSha256 of the list of all that is in the bundle, each with its own digest
   * @param wishRef words that show who wished it, where a mediator recorded that
   * @param bundleSha256 of the whole bundle; null in older events
   * @param surroundingsRef names of others as the papers say them; null in older events
   */
  record HandedOver(
      DisputeFacets facets,
      String handOver,
      Pathway pathway,
      String body,
      List<String> claims,
      long asOf,
      Instant preparedAt,
      String manifestSha256,
      @Nullable String wishRef,
      @Nullable String bundleSha256,
      @Nullable String surroundingsRef)
      implements HandOverEvent {
    public HandedOver {
      claims = List.copyOf(claims);
    }
  }

  /** How far it got; rejected, its claims are where they were before. */
  record HandOverReceipted(String handOver, ReceiptState state, @Nullable String noteRef)
      implements HandOverEvent {}
}
