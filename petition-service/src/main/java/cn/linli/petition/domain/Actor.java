package cn.linli.petition.domain;

import cn.linli.events.petition.Unit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as far as the rules care.
 *
 * @param ref pseudonymous reference, {@code role@division#keyed-hash}
 * @param unit the unit a member of staff acts for; null for residents and holders of a tracking
 *     code
 * @param desk a dispatching desk (hotline): it hands matters on and looks after them, but never
 *     handles one
 * @param owner known to be the petitioner without comparing references: came with the tracking
 *     code, or acts for the petitioner with evidence
 */
public record Actor(String ref, @Nullable Unit unit, boolean desk, boolean owner) {

  boolean isOwnerOf(Petition petition) {
    return owner || ref.equals(petition.filed().by());
  }

  /** Acts for the very unit that leads; an organisation's officer may sit in a wider division. */
  public boolean holds(Petition petition) {
    return unit != null && !desk && isSameBody(unit, petition.unit());
  }

  /** The division's own body above the holder, or the body of the division the holder works in. */
  public boolean standsAbove(Petition petition) {
    return unit != null && isAbove(unit, petition.unit());
  }

  public boolean helps(Petition petition) {
    return unit != null
        && petition.held().coHandlers().stream()
            .map(code -> Target.of(code, petition.filed().division()))
            .anyMatch(helper -> helper.isPresent() && isSameBody(unit, helper.get()));
  }

  /** Whether a place lies inside the actor's division. */
  public boolean covers(String division) {
    return unit != null && Ladder.contains(unit.division(), division);
  }

  static boolean isSameBody(Unit one, Unit other) {
    return Objects.equals(one.organisation(), other.organisation())
        && (one.organisation() == null
            ? one.division().equals(other.division())
            : Ladder.contains(one.division(), other.division())
                || Ladder.contains(other.division(), one.division()));
  }

  static boolean isAbove(Unit one, Unit other) {
    return one.organisation() == null
        && Ladder.contains(one.division(), other.division())
        && (!one.division().equals(other.division()) || other.organisation() != null);
  }
}
