package cn.linli.mediation.papers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who signs a paper.
 *
 * @param label before the line, such as 申请人（签名、盖章或按指印）
 * @param name who signed; empty: nobody yet
 * @param at when; null: to be signed by hand
 * @param how such as 签名 or 按指印; empty: not told
 */
public record Signed(String label, String name, @Nullable Instant at, String how) {

  static final int SIGNATURES_MAX = 100;

  /** A line to sign on. */
  public static Signed open(String label) {
    return new Signed(label, "", null, "");
  }

  String onTheLine() {
    if (at == null) {
      return "";
    }
    return name + "　" + Words.day(at) + (how.isEmpty() ? "" : "（" + how + "）");
  }
}
