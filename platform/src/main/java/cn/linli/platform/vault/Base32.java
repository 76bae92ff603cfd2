package cn.linli.platform.vault;

import java.util.Locale;
import java.util.Optional;

/**
 * Crockford's base 32: digits and lower-case letters without i, l, o, u, most significant bits
 * first, so texts sort like the bytes. Reads forgivingly what people copy by hand.
 */
final class Base32 {

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int BITS_PER_CHAR = 5;

  private Base32() {}

  static String encode(byte[] bytes) {
    var text = new StringBuilder((bytes.length * 8 + BITS_PER_CHAR - 1) / BITS_PER_CHAR);
    int pending = 0;
    int pendingBits = 0;
    for (byte each : bytes) {
      pending = (pending << 8 | each & 0xff) & 0xfff;
      pendingBits += 8;
      while (pendingBits >= BITS_PER_CHAR) {
        pendingBits -= BITS_PER_CHAR;
        text.append(ALPHABET.charAt(pending >> pendingBits & 31));
      }
    }
    if (pendingBits > 0) {
      text.append(ALPHABET.charAt(pending << BITS_PER_CHAR - pendingBits & 31));
    }
    return text.toString();
  }

  /** Empty unless {@code text} is exactly what {@link #encode} makes of that many bytes. */
  static Optional<byte[]> decode(String text, int byteCount) {
    var clean =
        text.toLowerCase(Locale.ROOT)
            .replace("-", "")
            .replace('o', '0')
            .replace('i', '1')
            .replace('l', '1');
    if (clean.length() != (byteCount * 8 + BITS_PER_CHAR - 1) / BITS_PER_CHAR) {
      return Optional.empty();
    }
    var bytes = new byte[byteCount];
    int pending = 0;
    int pendingBits = 0;
    int next = 0;
    for (int i = 0; i < clean.length(); i++) {
      int value = ALPHABET.indexOf(clean.charAt(i));
      if (value < 0) {
        return Optional.empty();
      }
      pending = (pending << BITS_PER_CHAR | value) & 0xfff;
      pendingBits += BITS_PER_CHAR;
      if (pendingBits >= 8) {
        pendingBits -= 8;
        bytes[next++] = (byte) (pending >> pendingBits);
      }
    }
    boolean leftOver = (pending & (1 << pendingBits) - 1) != 0;
    return leftOver ? Optional.empty() : Optional.of(bytes);
  }
}
