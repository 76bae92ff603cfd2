package cn.linli.mediation.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One document of a bundle.
 *
 * @param path in the bundle, ASCII
 * @param title as its reader knows it
 */
public record Enclosure(String path, String title, String mediaType, byte[] content) {

  public String sha256() {
    return sha256(content);
  }

  /** In hex. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
