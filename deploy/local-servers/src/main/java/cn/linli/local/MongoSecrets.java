package cn.linli.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets of one data folder, made at its first start and readable by the owner alone: the key file
 * of the replica set and a seed from which every user's password follows.
 */
final class MongoSecrets {
  private static final int KEY_FILE_BYTES = 384;
  private static final int SEED_BYTES = 32;

  private final byte[] seed;

  private MongoSecrets(byte[] seed) {
    this.seed = seed;
  }

  static MongoSecrets in(MongodOptions options) {
    try {
      var folder = options.keyFile().getParent();
      if (Files.notExists(folder)) {
        Files.createDirectories(folder.getParent());
        Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      keep(options.keyFile(), KEY_FILE_BYTES);
      return new MongoSecrets(
          Base64.getDecoder().decode(keep(folder.resolve("passwords.seed"), SEED_BYTES)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String keep(Path file, int bytes) throws IOException {
    if (Files.notExists(file)) {
      var random = new byte[bytes];
      new SecureRandom().nextBytes(random);
      var unfinished = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(unfinished);
      Files.createFile(
          unfinished,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(unfinished, Base64.getEncoder().encodeToString(random));
      Files.move(unfinished, file);
    }
    return Files.readString(file);
  }

  /** The password of one database user. */
  String password(String user) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(seed, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(user.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
