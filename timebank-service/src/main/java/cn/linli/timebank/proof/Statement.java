package cn.linli.timebank.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

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
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
