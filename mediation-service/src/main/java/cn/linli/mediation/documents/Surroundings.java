package cn.linli.mediation.documents;

import cn.linli.events.mediation.Pathway;
import java.util.Map;
import java.util.TreeMap;

/**
 * What papers say that is not of the dispute, as it was when they were made: names in the register,
 * on the roster and in the catalogue change, and a paper that was sent stays what it was.
 *
 * @param bodies names by {@code division/pathway/body}
 * @param mediators names by id
 */
public record Surroundings(
    String committee,
    String caseNumber,
    Map<String, String> bodies,
    Map<String, String> mediators) {

  public Surroundings {
    bodies = Map.copyOf(bodies);
    mediators = Map.copyOf(mediators);
  }

  BodyNames bodyNames() {
    return (division, pathway, body) -> bodies.getOrDefault(key(division, pathway, body), body);
  }

  static String key(String division, Pathway pathway, String body) {
    return division + "/" + pathway.wire() + "/" + body;
  }

  /** Notes what is asked for while papers are made. */
  static final class Noting implements BodyNames {

    private final BodyNames now;
    private final Map<String, String> asked = new TreeMap<>();

    Noting(BodyNames now) {
      this.now = now;
    }

    @Override
    public String name(String division, Pathway pathway, String body) {
      String name = now.name(division, pathway, body);
      asked.put(key(division, pathway, body), name);
      return name;
    }

    Map<String, String> asked() {
      return asked;
    }
  }
}
