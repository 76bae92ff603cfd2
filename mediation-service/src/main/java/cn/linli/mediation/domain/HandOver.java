package cn.linli.mediation.domain;

import cn.linli.events.mediation.HandOverEvent.HandedOver;
import cn.linli.events.mediation.Pathway;
import cn.linli.events.mediation.ReceiptState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Claims that went elsewhere, with a bundle of papers.
 *
 * @param no from {@code h1}
 * @param before where those claims stood until then, in their order
 * @param asOf version of the dispute that the bundle tells of
 * @param preparedAt date of the letter in it
 * @param bundleSha256 of the whole bundle; null for one that is older
 * @param surroundingsRef names of others as its papers say them, in the vault
 * @param receipts what was heard of it, oldest first
 */
public record HandOver(
    String no,
    Pathway pathway,
    String body,
    List<String> claims,
    List<Claim.Status> before,
    long asOf,
    Instant preparedAt,
    String manifestSha256,
    @Nullable String bundleSha256,
    @Nullable String surroundingsRef,
    Instant at,
    List<Receipt> receipts) {

  /**
   * @param noteRef what they said, in the vault
   */
  public record Receipt(ReceiptState state, Instant at, @Nullable String noteRef) {}

  public HandOver {
    claims = List.copyOf(claims);
    before = List.copyOf(before);
    receipts = List.copyOf(receipts);
  }

  static HandOver of(HandedOver it, List<Claim.Status> before, Instant at) {
    return new HandOver(
        it.handOver(),
        it.pathway(),
        it.body(),
        it.claims(),
        before,
        it.asOf(),
        it.preparedAt(),
        it.manifestSha256(),
        it.bundleSha256(),
        it.surroundingsRef(),
        at,
        List.of());
  }

  /** Null: made, and not sent yet. */
  public @Nullable ReceiptState state() {
    return receipts.isEmpty() ? null : receipts.getLast().state();
  }

  public boolean isRejected() {
    return state() == ReceiptState.REJECTED;
  }

  /** The same matter to the same body: sending it again makes no second one. */
  boolean isSame(Pathway otherPathway, String otherBody, List<String> otherClaims) {
    return pathway == otherPathway
        && body.equals(otherBody)
        && otherClaims.stream().sorted().toList().equals(claims.stream().sorted().toList());
  }

  HandOver plus(Receipt receipt) {
    var more = new ArrayList<>(receipts);
    more.add(receipt);
    return new HandOver(
        no,
        pathway,
        body,
        claims,
        before,
        asOf,
        preparedAt,
        manifestSha256,
        bundleSha256,
        surroundingsRef,
        at,
        more);
  }
}
