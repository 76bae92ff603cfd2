package cn.linli.petition.casework;

import cn.linli.events.petition.Level;
import cn.linli.events.petition.Unit;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.journal.Schema;
import java.util.List;
import org.bson.Document;

/** What of a request stands beside its state for lists, and the few indexes over it. */
public final class ListFields {

  public static final String RECEIVED = "r";
  public static final String DIVISION = "dv";
  public static final String STREET = "st9";
  public static final String STATUS = "st";
  public static final String LEVEL = "lv";
  public static final String CATEGORY = "ca";
  public static final String CHANNEL = "ch";
  public static final String REQUEST_KIND = "ki";
  public static final String MINE = "m";
  public static final String ANSWER_BY = "ab";
  public static final String ACCUSED = "x";
  public static final String SKETCH = "sk";

  private ListFields() {}

  /**
   * Lists of a street and below, lists of everything in order, what is like a request (by street,
   * category and time), work lists. Indexes are half of the cost of a commit, so districts and the
   * city read the second one and leave out.
   */
  public static Schema.Part indexes() {
    return new Schema.Part(
        StateStore.COLLECTION,
        List.of(
            Schema.Index.where(
                RECEIVED, new Document(STREET, 1).append(RECEIVED, 1).append("_id", 1)),
            Schema.Index.where(RECEIVED, new Document(RECEIVED, 1).append("_id", 1)),
            Schema.Index.where(
                RECEIVED, new Document(STREET, 1).append(CATEGORY, 1).append(RECEIVED, 1)),
            Schema.Index.where(
                RECEIVED, new Document(MINE, 1).append(RECEIVED, 1).append("_id", 1))));
  }

  /** The street a division lies in, or the division itself where it is coarser. */
  public static String street(String division) {
    return division.substring(0, Math.min(division.length(), Level.STREET.digits()));
  }

  /** An organisation has one work list, wherever its officers sit. */
  public static String workList(Unit unit) {
    return unit.organisation() == null ? unit.division() : unit.organisation();
  }

  /** Co-handlers are named by a code, a division's or an organisation's, maybe with its place. */
  static String coHandlerList(String code) {
    int at = code.indexOf('@');
    return at < 0 ? code : code.substring(0, at);
  }
}
