package cn.linli.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/** A place a {@code mongod} can be fetched from. */
interface MongodSource {
  /** Name of the cache folder, which tells version and origin. */
  String folder();

  /**
   * Fetches into {@code work} and checks the digest; answers the program. Fails fast where the host
   * is out of reach.
   */
  Path fetch(Path work, Consumer<String> progress) throws IOException;

  static String sha256(Path file) throws IOException {
    try (var in = new DigestInputStream(Files.newInputStream(file), newSha256())) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }
  }

  static void requireDigest(Path file, String expected) throws IOException {
    var actual = sha256(file);
    if (!actual.equalsIgnoreCase(expected)) {
      throw new IOException(
          "%s has digest %s, expected %s".formatted(file.getFileName(), actual, expected));
    }
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
