package cn.linli.platform.vault;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bson.types.Binary;

/**
 * A keyed MinHash of a text's pairs of characters: two of them tell how much two texts share
 * (Jaccard, standard error about 0.06) without either text. For the search of duplicates among what
 * is near in place and time.
 */
public final class Similarity {

  private static final int MINIMA = 64;
  private static final long ODD_STEP = 1L;

  private final KeyedBigrams bigrams;

  Similarity(KeyedBigrams bigrams) {
    this.bigrams = bigrams;
  }

  /** 128 bytes: 64 minima of 16 bits. */
  public Binary of(String text) {
    var minima = new long[MINIMA];
    Arrays.fill(minima, -1L);
    var blocks = bigrams.of(text);
    while (blocks.remaining() > 0) {
      long start = blocks.getLong();
      long step = blocks.getLong() | ODD_STEP;
      for (int i = 0; i < MINIMA; i++) {
        long value = mixed(start + i * step);
        if (Long.compareUnsigned(value, minima[i]) < 0) {
          minima[i] = value;
        }
      }
    }
    var kept = ByteBuffer.allocate(MINIMA * Short.BYTES);
    for (long each : minima) {
      kept.putShort((short) mixed(each));
    }
    return new Binary(kept.array());
  }

  /** Share of pairs the two texts have in common, estimated: 0 to 1. */
  public static double estimate(Binary one, Binary other) {
    var left = ByteBuffer.wrap(one.getData());
    var right = ByteBuffer.wrap(other.getData());
    int equal = 0;
    for (int i = 0; i < MINIMA; i++) {
      if (left.getShort() == right.getShort()) {
        equal++;
      }
    }
    return (double) equal / MINIMA;
  }

  /** The finaliser of SplitMix64: spreads keyed values evenly; the secrecy is the cipher's. */
  private static long mixed(long value) {
    long first = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
    long second = (first ^ first >>> 27) * 0x94d049bb133111ebL;
    return second ^ second >>> 31;
  }
}
