package cn.linli.mediation.casework;

import cn.linli.events.mediation.Bench;
import cn.linli.events.mediation.DisputeLevel;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.journal.Schema;
import cn.linli.platform.search.ListOrder;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/** What of a dispute stands beside its state for lists, and the few indexes over it. */
public final class ListFields {

  public static final String RECEIVED = ListOrder.RECEIVED;
  public static final String DIVISION = ListOrder.DIVISION;
  public static final String PLACES = "pl";
  public static final String STATUS = "st";
  public static final String LEVEL = "lv";
  public static final String DISPUTE_KIND = "ki";
  public static final String MINE = "m";
  public static final String DUE = "db";

  /** Since when somebody is to fetch names; there only while that is so. */
  public static final String CONTACTS = "ca";

  /** When the next message to a party is to be sent; there only while one waits. */
  public static final String NOTICE_AT = "na";

  public static final String SKETCH = ListOrder.SKETCH;

  private ListFields() {}

  /** Lists of a place, of everything in order, work lists. Each holds one page. */
  public static Schema.Part indexes() {
    return new Schema.Part(
        StateStore.COLLECTION,
        List.of(
            Schema.Index.where(
                RECEIVED, new Document(PLACES, 1).append(RECEIVED, 1).append("_id", 1)),
            Schema.Index.where(RECEIVED, new Document(RECEIVED, 1).append("_id", 1)),
            Schema.Index.where(
                RECEIVED, new Document(MINE, 1).append(RECEIVED, 1).append("_id", 1)),
            Schema.Index.where(CONTACTS, new Document(CONTACTS, 1)),
            Schema.Index.where(NOTICE_AT, new Document(NOTICE_AT, 1))));
  }

  /** The district a division lies in and everything between, down to itself. */
  static List<String> places(String division) {
    return Stream.of(DisputeLevel.values())
        .map(level -> level.around(division))
        .distinct()
        .toList();
  }

  /** Disputes of a place that were raised to its district. */
  public static String raised(String place) {
    return "raised/" + place;
  }

  /** Whoever mediates has one work list. */
  public static String workList(Bench bench) {
    return bench.committee() == null ? building(bench.division()) : bench.committee();
  }

  /** Peacemakers of a building's grid. */
  public static String building(String division) {
    return "building/" + division;
  }

  /** Disputes in which somebody is a party or speaks for one, by keyed hash. */
  public static String person(String mark) {
    return "person/" + mark;
  }

  /** Disputes that a mediator mediates. */
  public static String seat(String mediator) {
    return "seat/" + mediator;
  }

  /** Disputes in whose panel somebody sits, wherever they come from, by keyed hash. */
  public static String account(String mark) {
    return "account/" + mark;
  }

  /** The part of a work list that somebody still has to work on. */
  public static String open(String workList) {
    return "open/" + workList;
  }
}
