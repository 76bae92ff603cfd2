package cn.linli.petition.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a request belongs together with others on the same matter.
 *
 * @param link set while it is merged into another one
 * @param merged ids of those that are merged into this one
 * @param ofOthers whether one of them came from somebody else: then they are a cluster
 */
public record Kin(@Nullable Link link, List<String> merged, boolean ofOthers) {

  static final Kin NONE = new Kin(null, List.of(), false);

  /**
   * @param into the main request's id
   * @param before where it comes back to
   */
  public record Link(String into, boolean samePerson, LocalDate since, Status before) {}

  public Kin {
    merged = List.copyOf(merged);
  }

  Kin linked(@Nullable Link newLink) {
    return new Kin(newLink, merged, ofOthers);
  }

  Kin plus(String id, boolean samePerson) {
    var more = new ArrayList<>(merged);
    more.add(id);
    return new Kin(link, more, ofOthers || !samePerson);
  }

  Kin minus(String id) {
    List<String> rest = merged.stream().filter(each -> !each.equals(id)).toList();
    return new Kin(link, rest, ofOthers && !rest.isEmpty());
  }
}
