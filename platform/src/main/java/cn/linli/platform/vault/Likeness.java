package cn.linli.platform.vault;

import org.bson.types.Binary;

/**
 * How much two texts share, estimated from their {@linkplain Sketch sketches} alone: nothing is
 * opened. The number of different pairs of characters behind a sketch follows from the bits it has
 * set, so chance hits of long texts are taken out of what two of them share, and so is twice their
 * scatter: what is left did not come together by chance. Whole percent.
 *
 * @param common pairs in both ÷ pairs in either: 100 for the same text
 * @param contained pairs in both ÷ pairs of the shorter text: 100 while one is typed that the other
 *     begins with
 */
public record Likeness(int common, int contained) {

  public static final Likeness NONE = new Likeness(0, 0);

  private static final int WHOLE = 100;

  /** Above it a sketch is too full to tell texts apart: about 3,000 different pairs. */
  private static final int BITS_MAX = Sketch.BITS * 95 / 100;

  /** Standard deviations of the chance hits that are not believed. */
  private static final double DOUBT = 2;

  public static Likeness of(Binary one, Binary other) {
    byte[] left = one.getData();
    byte[] right = other.getData();
    int ofLeft = 0;
    int ofRight = 0;
    int ofEither = 0;
    for (int i = 0; i < left.length; i++) {
      ofLeft += Integer.bitCount(left[i] & 0xff);
      ofRight += Integer.bitCount(right[i] & 0xff);
      ofEither += Integer.bitCount((left[i] | right[i]) & 0xff);
    }
    if (ofLeft == 0 || ofRight == 0 || ofEither > BITS_MAX) {
      return NONE;
    }
    double leftPairs = pairs(ofLeft);
    double rightPairs = pairs(ofRight);
    double all = pairs(ofEither);
    double shorter = Math.min(leftPairs, rightPairs);
    double counted = leftPairs + rightPairs - all;
    double scatter = scatter(shorter - counted, Math.max(ofLeft, ofRight));
    double shared = Math.max(0, counted - DOUBT * scatter);
    return new Likeness(percent(shared, all), percent(shared, shorter));
  }

  /**
   * How far the count of shared pairs strays by chance. Each pair that only the shorter text has
   * hits a set bit of the longer one as often as such bits are set, and is told apart by the
   * others.
   */
  private static double scatter(double notShared, int bits) {
    return Math.sqrt(Math.max(0, notShared) * bits / (Sketch.BITS - bits));
  }

  /** The expected number of different pairs that set so many bits. */
  private static double pairs(int bits) {
    return -Sketch.BITS * Math.log1p(-(double) bits / Sketch.BITS);
  }

  private static int percent(double part, double of) {
    return (int) Math.min(WHOLE, Math.round(WHOLE * part / of));
  }
}
