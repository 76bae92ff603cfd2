package cn.linli.timebank.casework;

import cn.linli.platform.commit.StateStore;
import cn.linli.platform.journal.Schema;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * What of a state stands beside it for lists, and the two indexes over it. Every kind of stream of
 * this service uses the same two fields, with a prefix of its own in the values of {@link #IN}:
 * {@code places(ACTIVITIES, division)}.
 */
public final class ListFields {

  /** When it came in: the order of all lists, with {@code _id}. */
  public static final String SINCE = "r";

  /** The lists it stands on. */
  public static final String IN = "in";

  private static final int[] DIGITS = {2, 4, 6, 9, 12, 15};

  private ListFields() {}

  /** One index for all lists, and one for everything in order. */
  public static Schema.Part indexes() {
    return new Schema.Part(
        StateStore.COLLECTION,
        List.of(
            Schema.Index.where(SINCE, new Document(IN, 1).append(SINCE, 1).append("_id", 1)),
            Schema.Index.where(SINCE, new Document(SINCE, 1).append("_id", 1))));
  }

  /**
   * The division and everything around it, as lists of one kind.
   *
   * @param kind one letter or word, no slash; a stream kind's name will do
   */
  public static List<String> places(String kind, String division) {
    return around(division).map(code -> place(kind, code)).toList();
  }

  /** The list of a kind in a place and all within. */
  public static String place(String kind, String division) {
    return kind + "/" + division;
  }

  /** The list of a kind that belongs to somebody or something: an owner, an account, a reward. */
  public static String of(String kind, String what) {
    return kind + "=" + what;
  }

  private static Stream<String> around(String division) {
    return IntStream.of(DIGITS)
        .filter(digits -> digits <= division.length())
        .mapToObj(digits -> division.substring(0, digits));
  }
}
