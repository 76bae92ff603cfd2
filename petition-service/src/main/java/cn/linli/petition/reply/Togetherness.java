package cn.linli.petition.reply;

import cn.linli.petition.domain.Kin;
import cn.linli.petition.domain.Merging;
import cn.linli.petition.domain.Petition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a request belongs together with others.
 *
 * @param mergedInto the request it is worked on with
 * @param duplicateOf the same, where both have a petitioner in common
 * @param clusterId the main request of a cluster: one matter of several people
 * @param merged those worked on with this one; for staff
 */
public record Togetherness(
    @Nullable String mergedInto,
    @Nullable String duplicateOf,
    @Nullable String clusterId,
    List<String> merged) {

  static @Nullable Togetherness of(String id, Petition petition, boolean staff) {
    Kin kin = Merging.kin(petition);
    Kin.Link link = kin.link();
    if (link == null && kin.merged().isEmpty()) {
      return null;
    }
    return new Togetherness(
        link == null ? null : link.into(),
        link != null && link.samePerson() ? link.into() : null,
        clusterId(id, petition),
        staff ? kin.merged() : List.of());
  }

  public static @Nullable String clusterId(String id, Petition petition) {
    Kin kin = Merging.kin(petition);
    Kin.Link link = kin.link();
    if (link != null) {
      return link.samePerson() ? null : link.into();
    }
    return kin.ofOthers() ? id : null;
  }
}
