package cn.linli.timebank.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.linli.timebank.ledger.Sha256;
import java.time.Instant;

/**
 * What is signed. Six lines joined by newlines: the format's name, number, instant, number of
 * leaves, root, hash of the statement before.
 */
record Statement(long number, Instant asOf, long leaves, String root, String previous) {

  /** Before the first. */
  static final String NONE = "0".repeat(64);

  private static final String FORMAT = "linli-bank-root/1";

  String text() {
    return String.join(
        "\n",
        FORMAT,
        Long.toString(number),
        asOf.toString(),
        Long.toString(leaves),
        root,
        previous);
  }

  byte[] bytes() {
    return text().getBytes(UTF_8);
  }

  /** By which the next one names it. */
  String hash() {
    return Sha256.hex(bytes());
  }
}
