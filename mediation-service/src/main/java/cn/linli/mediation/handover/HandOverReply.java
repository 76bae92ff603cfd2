package cn.linli.mediation.handover;

import cn.linli.events.mediation.Pathway;
import cn.linli.events.mediation.ReceiptState;
import cn.linli.mediation.domain.HandOver;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a dispute went elsewhere, and where the rest may go. */
record HandOverReply(List<Item> items, List<Pathway> remedies) {

  /**
   * @param state null: made, and not sent yet
   * @param bundle where its papers are
   */
  record Item(
      String id,
      Pathway pathway,
      String body,
      String bodyName,
      List<String> claims,
      @Nullable ReceiptState state,
      String manifestSha256,
      @Nullable String bundleSha256,
      Instant at,
      List<Heard> receipts,
      String bundle) {}

  record Heard(ReceiptState state, Instant at) {}

  static Item item(String dispute, HandOver it, String bodyName) {
    return new Item(
        it.no(),
        it.pathway(),
        it.body(),
        bodyName,
        it.claims(),
        it.state(),
        it.manifestSha256(),
        it.bundleSha256(),
        it.at(),
        it.receipts().stream().map(each -> new Heard(each.state(), each.at())).toList(),
        "/api/v1/disputes/" + dispute + "/hand-over/" + it.no() + "/bundle.zip");
  }
}
