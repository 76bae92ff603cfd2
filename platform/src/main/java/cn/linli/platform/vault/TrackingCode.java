package cn.linli.platform.vault;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/**
 * The code by which a resident without login finds a request: the request's 128-bit id under one
 * block of AES with a secret of its own, 26 characters. It needs no index, tells nothing about the
 * id, and a guess meets one of 2^128 codes.
 */
public final class TrackingCode {

  private static final int BLOCK_BYTES = 16;

  private final SecretKey key;

  TrackingCode(SecretKey key) {
    this.key = key;
  }

  /**
   * @param id as {@link KeyedHash#of} makes it
   */
  public String encode(String id) {
    var block =
        Base32.decode(id, BLOCK_BYTES)
            .orElseThrow(() -> new IllegalArgumentException("not a 128-bit id"));
    return Base32.encode(block(Cipher.ENCRYPT_MODE, block));
  }

  /** The id, whether or not something has it; empty if that is no code at all. */
  public Optional<String> decode(String code) {
    return Base32.decode(code, BLOCK_BYTES)
        .map(block -> Base32.encode(block(Cipher.DECRYPT_MODE, block)));
  }

  /** One block, so there is no mode to choose: ECB is the bare permutation. */
  private byte[] block(int direction, byte[] block) {
    try {
      var cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(direction, key);
      return cipher.doFinal(block);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES is not usable", e);
    }
  }
}
