package cn.linli.timebank.proof;

import cn.linli.events.timebank.LedgerEvent.LedgerSealed;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a resident checks a passbook by. {@code docs/timebank/proof.md} says how.
 *
 * @param lines oldest first, whole commits, some thousand at most
 * @param next for {@code from}; null: these were the last
 * @param sealed the passbook's place under the last root; null: it had no line then, or there is no
 *     root yet
 */
record PassbookProof(
    String account,
    Unit unit,
    List<LineReply> lines,
    @Nullable String next,
    @Nullable Sealed sealed) {

  /** One line, as it was hashed. */
  record LineReply(
      long seq,
      long amount,
      String counter,
      Instant at,
      @Nullable String ref,
      Reason reason,
      @Nullable String service,
      long balance,
      String hash) {

    static LineReply of(Line it) {
      return new LineReply(
          it.seq(),
          it.amount(),
          it.counter(),
          it.at(),
          it.ref(),
          it.reason(),
          it.service(),
          it.balance(),
          it.hash());
    }
  }

  /**
   * @param seq number of the last line that was sealed
   * @param head its hash
   * @param path from the leaf to the root
   */
  record Sealed(long seq, String head, List<StepReply> path, RootReply root) {

    static Sealed of(LeafStore.Place place, LedgerSealed root) {
      return new Sealed(
          place.leaf().seq(),
          place.leaf().head(),
          place.path().stream().map(StepReply::of).toList(),
          RootReply.of(root));
    }
  }

  /**
   * @param side on which the other hash stands: {@code left} or {@code right}
   */
  record StepReply(String side, String hash) {
    static StepReply of(MerkleTree.Step step) {
      return new StepReply(step.left() ? "left" : "right", HexFormat.of().formatHex(step.hash()));
    }
  }

  /**
   * @param statement the text that is signed
   * @param key id of the public key, see {@code /api/v1/bank/roots/keys}
   * @param signature Ed25519, Base64
   */
  record RootReply(
      long number,
      Instant asOf,
      long leaves,
      String root,
      String previous,
      String statement,
      String key,
      String signature) {

    static RootReply of(LedgerSealed it) {
      return new RootReply(
          it.number(),
          it.asOf(),
          it.leaves(),
          it.root(),
          it.previous(),
          Seal.statement(it).text(),
          it.key(),
          it.signature());
    }
  }
}
