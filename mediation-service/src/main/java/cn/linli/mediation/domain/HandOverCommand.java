package cn.linli.mediation.domain;

import cn.linli.events.mediation.Pathway;
import cn.linli.events.mediation.ReceiptState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What takes claims elsewhere, and what is heard of them there. */
public sealed interface HandOverCommand extends DisputeCommand {

  /**
   * @param body code of who takes them over
   * @param claims at least one, each once
   * @param arbitrationAgreed the parties agreed in writing to arbitrate
   * @param actKnownOn day on which a party learnt of the administrative act it wants reviewed
   * @param wishRef words that show who wished it; null where a party itself calls
   * @param files that show it
   * @param bundle what goes with it, as it was put together for this command
   */
  record HandOverClaims(
      Pathway pathway,
      String body,
      List<String> claims,
      boolean arbitrationAgreed,
      @Nullable LocalDate actKnownOn,
      @Nullable String wishRef,
      List<String> files,
      Bundle bundle)
      implements HandOverCommand {
    public HandOverClaims {
      claims = List.copyOf(claims);
      files = List.copyOf(files);
    }
  }

  /**
   * @param asOf version of the dispute that its papers tell of
   * @param bundleSha256 of the whole file
   * @param surroundingsRef names of others as its papers say them
   */
  record Bundle(
      long asOf,
      Instant preparedAt,
      String manifestSha256,
      String bundleSha256,
      String surroundingsRef) {}

  /**
   * @param manifestSha256 of the bundle as its receiver has it; null: not compared
   */
  record RecordReceipt(
      String handOver,
      ReceiptState state,
      @Nullable String noteRef,
      @Nullable String manifestSha256)
      implements HandOverCommand {}
}
