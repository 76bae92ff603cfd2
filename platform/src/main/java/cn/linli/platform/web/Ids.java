package cn.linli.platform.web;

import cn.linli.platform.vault.KeyedHash;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Identifiers of 128 bits as 26 lower-case characters of base 32. Those a command creates follow
 * from its id alone, so that a command which is tried again makes the same ones.
 */
public final class Ids {

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int CHARS = 26;
  private static final int BITS_PER_CHAR = 5;
  private static final int TIME_BITS = 48;

  private final KeyedHash hash;
  private final Clock clock;

  public Ids(KeyedHash hash, Clock clock) {
    this.hash = hash;
    this.clock = clock;
  }

  /** The id of the thing with this name that the command makes. */
  public String derived(String command, String name) {
    return hash.of("derived-id", command, name);
  }

  /** Grows with time: milliseconds, then chance. */
  public String timeOrdered() {
    var random = ThreadLocalRandom.current();
    long high = clock.millis() << (Long.SIZE - TIME_BITS) | random.nextLong() & 0xffffL;
    return encode(high, random.nextLong());
  }

  /** Most significant bits first, like the ids that are keyed hashes. */
  private static String encode(long high, long low) {
    var text = new char[CHARS];
    long upper = high;
    long lower = low;
    for (int i = 0; i < CHARS; i++) {
      text[i] = ALPHABET.charAt((int) (upper >>> Long.SIZE - BITS_PER_CHAR));
      upper = upper << BITS_PER_CHAR | lower >>> Long.SIZE - BITS_PER_CHAR;
      lower <<= BITS_PER_CHAR;
    }
    return new String(text);
  }
}
