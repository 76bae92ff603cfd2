package cn.linli.platform.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/**
 * Pseudo-random 128 bits for every pair of neighbouring characters. All pairs of a text go through
 * AES in one call (a pair is a block): some microseconds for a long message, where a MAC for each
 * pair would take as long as a commit.
 */
final class KeyedBigrams {

  private static final int BLOCK_BYTES = 16;

  private final SecretKey key;

  KeyedBigrams(SecretKey key) {
    this.key = key;
  }

  /** 16 bytes for each pair, in the order of the text; empty for less than two characters. */
  ByteBuffer of(String text) {
    var points = TextForms.comparable(text);
    int pairs = Math.max(0, points.length - 1);
    var blocks = ByteBuffer.allocate(pairs * BLOCK_BYTES);
    for (int i = 0; i < pairs; i++) {
      blocks.putInt(points[i]).putInt(points[i + 1]).putLong(0);
    }
    try {
      var cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, key);
      return ByteBuffer.wrap(cipher.doFinal(blocks.array()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES is not usable", e);
    }
  }
}
