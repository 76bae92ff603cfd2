package cn.linli.platform.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * HMAC-SHA-256 under a secret of the service: what stands for phone numbers, command keys and
 * inputs outside the vault, so that no dictionary reverses it. Every purpose is a domain of its own
 * and parts are length-prefixed: {@code ("a","bc")} and {@code ("ab","c")} differ.
 */
public final class KeyedHash {

  private static final int ID_BYTES = 16;

  private final Mac keyed;

  KeyedHash(SecretKey key) {
    try {
      keyed = Mac.getInstance("HmacSHA256");
      keyed.init(key);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("HMAC-SHA-256 is not usable", e);
    }
  }

  /** 128 bits as 26 characters of base 32: a command id, a stream key, a mark, a claim. */
  public String of(String purpose, String... parts) {
    return Base32.encode(Arrays.copyOf(bytes(purpose, parts), ID_BYTES));
  }

  /** The same over raw input, for bodies. */
  public String of(String purpose, byte[] input) {
    var mac = fresh();
    update(mac, purpose.getBytes(StandardCharsets.UTF_8));
    update(mac, input);
    return Base32.encode(Arrays.copyOf(mac.doFinal(), ID_BYTES));
  }

  /** All 256 bits. */
  public byte[] bytes(String purpose, String... parts) {
    var mac = fresh();
    update(mac, purpose.getBytes(StandardCharsets.UTF_8));
    for (var part : parts) {
      update(mac, part.getBytes(StandardCharsets.UTF_8));
    }
    return mac.doFinal();
  }

  /** A copy of the keyed instance: it is never used itself, so any thread may copy it. */
  private Mac fresh() {
    try {
      return (Mac) keyed.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("HMAC-SHA-256 cannot be copied", e);
    }
  }

  private static void update(Mac mac, byte[] part) {
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    mac.update(part);
  }
}
