package cn.linli.timebank.wristbands;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a kiosk signs, byte by byte, with Ed25519 (RFC 8032). Published in {@code
 * docs/wristbands.md}: whoever builds a kiosk needs nothing else. Keys and signatures are written
 * in base 64 for addresses (RFC 4648 §5).
 */
final class DeviceSignature {

  private static final String BATCH = "linli-wristband-batch-v1";
  private static final String ROTATION = "linli-device-rotation-v1";
  private static final int KEY_BYTES = 32;

  /** RFC 8410: what stands before the 32 bytes of a key. */
  private static final byte[] KEY_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  private DeviceSignature() {}

  /** The first line says what it is, the second whose, then one line each in the order sent. */
  static byte[] batch(String device, List<Bodies.Read> readings) {
    var text = new StringBuilder(BATCH).append('\n').append(device);
    for (Bodies.Read it : readings) {
      text.append('\n')
          .append(it.seq())
          .append(' ')
          .append(it.kind().wire())
          .append(' ')
          .append(it.at().toEpochMilli())
          .append(' ')
          .append(it.code());
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A kiosk that changes its key signs the new one with the old one. */
  static byte[] rotation(String device, String key) {
    return String.join("\n", ROTATION, device, key).getBytes(StandardCharsets.UTF_8);
  }

  /** The key as it is kept; empty: it is none. */
  static Optional<String> normalised(String key) {
    return decoded(key)
        .filter(bytes -> bytes.length == KEY_BYTES)
        .filter(bytes -> publicKey(bytes).isPresent())
        .map(Base64.getUrlEncoder().withoutPadding()::encodeToString);
  }

  static boolean isBy(String key, byte[] signed, String signature) {
    Optional<PublicKey> by = decoded(key).flatMap(DeviceSignature::publicKey);
    Optional<byte[]> bytes = decoded(signature);
    if (by.isEmpty() || bytes.isEmpty()) {
      return false;
    }
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(by.get());
      verifier.update(signed);
      return verifier.verify(bytes.get());
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  private static Optional<PublicKey> publicKey(byte[] key) {
    byte[] encoded = new byte[KEY_HEAD.length + key.length];
    System.arraycopy(KEY_HEAD, 0, encoded, 0, KEY_HEAD.length);
    System.arraycopy(key, 0, encoded, KEY_HEAD.length, key.length);
    try {
      return Optional.of(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException noKey) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> decoded(String text) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
