package cn.linli.petition.casework;

import cn.linli.events.petition.Level;
import cn.linli.events.petition.Unit;
import cn.linli.petition.domain.Petition;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.journal.Schema;
import cn.linli.platform.search.ListOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/** What of a request stands beside its state for lists, and the few indexes over it. */
public final class ListFields {

  public static final String RECEIVED = ListOrder.RECEIVED;
  public static final String DIVISION = ListOrder.DIVISION;
  public static final String PLACES = "pl";
  public static final String STATUS = "st";
  public static final String LEVEL = "lv";
  public static final String CATEGORY = "ca";
  public static final String CHANNEL = "ch";
  public static final String REQUEST_KIND = "ki";
  public static final String MINE = "m";
  public static final String ANSWER_BY = "ab";
  public static final String ACCUSED = "x";
  public static final String SKETCH = ListOrder.SKETCH;
  public static final String KIN = "kn";
  public static final String NOTICE_AT = "nt";

  /** Levels whose lists of due visits are kept; a grid reads its community's. */
  private static final List<Level> VISITORS =
      List.of(Level.COMMUNITY, Level.STREET, Level.DISTRICT, Level.CITY);

  private ListFields() {}

  /**
   * Lists of a district and below, what is like a request, lists of everything in order, work
   * lists. Each holds one page and no more is read for it, but for what else is asked of a request.
   * Indexes are half of the cost of a commit, so a city, which mostly is all there is, reads the
   * third one and leaves out. The second holds what is compared and the last what a desk is sorted
   * by: these questions look at many and read none.
   */
  public static Schema.Part indexes() {
    return new Schema.Part(
        StateStore.COLLECTION,
        List.of(
            Schema.Index.where(
                RECEIVED, new Document(PLACES, 1).append(RECEIVED, 1).append("_id", 1)),
            Schema.Index.where(
                KIN,
                new Document(KIN, 1)
                    .append(RECEIVED, 1)
                    .append(SKETCH, 1)
                    .append(DIVISION, 1)
                    .append(ACCUSED, 1)
                    .append("_id", 1)),
            Schema.Index.where(RECEIVED, new Document(RECEIVED, 1).append("_id", 1)),
            Schema.Index.where(NOTICE_AT, new Document(NOTICE_AT, 1)),
            Schema.Index.where(
                RECEIVED,
                new Document(MINE, 1)
                    .append(RECEIVED, 1)
                    .append("_id", 1)
                    .append(ANSWER_BY, 1)
                    .append(ACCUSED, 1))));
  }

  /** The district a division lies in and everything between, down to itself. */
  static List<String> places(String division) {
    if (division.equals(Petition.UNKNOWN_DIVISION)) {
      return List.of();
    }
    var places = new ArrayList<String>();
    for (Level level : Level.values()) {
      if (level.digits() >= Level.DISTRICT.digits() && level.digits() <= division.length()) {
        places.add(level.around(division));
      }
    }
    return places;
  }

  /** Among what a request is looked for by its words: its street's, and those of its category. */
  static List<String> kinships(String division, String category) {
    return division.equals(Petition.UNKNOWN_DIVISION)
        ? List.of()
        : List.of(street(division), kin(division, category));
  }

  /** Requests of one category in one street, or in the division itself where it is coarser. */
  public static String kin(String division, String category) {
    return street(division) + "/" + category;
  }

  /** The street a division lies in, or the division itself where it is coarser. */
  public static String street(String division) {
    return Level.STREET.around(division);
  }

  /** An organisation has one work list, wherever its officers sit. */
  public static String workList(Unit unit) {
    return unit.organisation() == null ? unit.division() : unit.organisation();
  }

  /** The part of a work list, or of a place, that somebody still has to work on. */
  public static String open(String workList) {
    return "open/" + workList;
  }

  /** Its city and its street: what is open there is few among all that was ever filed. */
  static List<String> openIn(String division) {
    return division.equals(Petition.UNKNOWN_DIVISION)
        ? List.of(open(division))
        : Stream.of(city(division), street(division)).distinct().map(ListFields::open).toList();
  }

  /** The city a division lies in, or the division itself where it is coarser. */
  public static String city(String division) {
    return Level.CITY.around(division);
  }

  /** Requests of a place whose petitioner is to be asked. */
  public static String visits(String place) {
    return "visit/" + Level.COMMUNITY.around(place);
  }

  /** Requests of a place with a message that could not be sent. */
  public static String failedNotices(String place) {
    return "notice/" + Level.COMMUNITY.around(place);
  }

  static List<String> noticesLookedAfterFrom(String division) {
    return lookedAfterFrom(division).map(ListFields::failedNotices).toList();
  }

  /** Whose visitors find a request of the division on their list. */
  static List<String> visitedFrom(String division) {
    return lookedAfterFrom(division).map(ListFields::visits).toList();
  }

  private static Stream<String> lookedAfterFrom(String division) {
    return VISITORS.stream()
        .filter(level -> level.digits() <= division.length())
        .map(level -> level.around(division));
  }

  /** Co-handlers are named by a code, a division's or an organisation's, maybe with its place. */
  static String coHandlerList(String code) {
    int at = code.indexOf('@');
    return at < 0 ? code : code.substring(0, at);
  }
}
