package cn.linli.platform.vault;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/**
 * A fingerprint of a text that answers "may it contain this?" without holding it: one bit of 1,024
 * for each pair of neighbouring characters, placed by a keyed hash. It never misses: a text that
 * contains the query has all its bits. It may say yes wrongly (one pair in a message of 300
 * characters: about one in four; four characters: one in sixty), so what is found is opened and
 * {@linkplain #matches verified}.
 */
public final class Sketch {

  public static final int BITS = 1_024;

  private final KeyedBigrams bigrams;

  Sketch(KeyedBigrams bigrams) {
    this.bigrams = bigrams;
  }

  public Binary of(String text) {
    var bits = new byte[BITS / Byte.SIZE];
    var blocks = bigrams.of(text);
    while (blocks.remaining() > 0) {
      int bit = (int) (blocks.getLong() >>> 54);
      blocks.getLong();
      bits[bit / Byte.SIZE] |= (byte) (1 << bit % Byte.SIZE);
    }
    return new Binary(bits);
  }

  /** All whose sketch covers the query; a query of one character narrows nothing. */
  public Bson filter(String field, String query) {
    return new Document(field, new Document("$bitsAllSet", of(query)));
  }

  /** Whether the opened text does contain the query, as people compare texts. */
  public static boolean matches(String text, String query) {
    return TextForms.comparableText(text).contains(TextForms.comparableText(query));
  }
}
