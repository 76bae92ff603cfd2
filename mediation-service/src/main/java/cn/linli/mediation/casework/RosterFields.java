package cn.linli.mediation.casework;

import cn.linli.events.mediation.DisputeLevel;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.journal.Schema;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/** What of bodies and mediators stands beside their states for lists, and the one index over it. */
public final class RosterFields {

  public static final String PLACES = "rp";
  public static final String SINCE = "rs";

  private RosterFields() {}

  public static Schema.Part indexes() {
    return new Schema.Part(
        StateStore.COLLECTION,
        List.of(
            Schema.Index.where(SINCE, new Document(PLACES, 1).append(SINCE, 1).append("_id", 1))));
  }

  /** Bodies of a place and of all within. */
  public static String bodies(String division) {
    return "k/" + division;
  }

  /** Mediators of a place and of all within. */
  public static String mediators(String division) {
    return "r/" + division;
  }

  /** Active mediators who work at exactly this place with all inside it. */
  public static String serving(String division) {
    return "at/" + division;
  }

  /** Mediators who work in a committee, a studio or a team. */
  public static String working(String body) {
    return "in/" + body;
  }

  /** The division and what it lies in, up to its district. */
  public static Stream<String> around(String division) {
    return Stream.of(DisputeLevel.values()).map(level -> level.around(division)).distinct();
  }

  static Stream<String> around(Collection<String> divisions) {
    return divisions.stream().flatMap(RosterFields::around).distinct();
  }
}
