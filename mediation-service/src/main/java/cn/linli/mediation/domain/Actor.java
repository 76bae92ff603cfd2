package cn.linli.mediation.domain;

import cn.linli.events.mediation.Bench;
import cn.linli.events.mediation.DisputeLevel;
import cn.linli.platform.access.ActorRef;
import cn.linli.platform.access.Role;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as the token says it.
 *
 * @param ref pseudonymous reference, {@code role@division#keyed-hash}
 * @param role null where time or another service acts
 * @param division they work or live in
 * @param organisation code; null for the division's own body
 */
public record Actor(
    String ref, @Nullable Role role, @Nullable String division, @Nullable String organisation) {

  /** Who acts when time alone decides. */
  public static final Actor CLOCK = new Actor("clock", null, null, null);

  /** Who acts when another service let us know. */
  public static final Actor POLICY = new Actor("policy", null, null, null);

  public boolean is(Role first, Role... others) {
    for (Role other : others) {
      if (role == other) {
        return true;
      }
    }
    return role == first;
  }

  /** Works for whoever mediates: as a peacemaker of the building, or on the committee. */
  public boolean serves(Bench bench) {
    if (division == null) {
      return false;
    }
    if (bench.level() == DisputeLevel.BUILDING) {
      return is(Role.BUILDING_LEAD)
          && (Area.contains(division, bench.division())
              || Area.contains(bench.division(), division));
    }
    return is(Role.MEDIATOR, Role.COMMITTEE_HEAD)
        && (organisation == null
            ? division.equals(bench.division())
            : organisation.equals(bench.committee()));
  }

  /** Has the case in hand, sits on its panel, or is to say whether the committee takes it. */
  public boolean handles(Dispute dispute) {
    return serves(dispute.bench()) || Panel.of(dispute).seatOf(this).isPresent();
  }

  /** The keyed hash of the account they act with. */
  public String mark() {
    return mark(ref);
  }

  /** The keyed hash in {@code role@division#keyed-hash}. */
  public static String mark(String ref) {
    return ActorRef.mark(ref);
  }

  /** A justice office guides the committees of its division (人民调解法 §5; domain rules R1-17). */
  public boolean guides(Dispute dispute) {
    return is(Role.JUSTICE_OFFICER) && covers(dispute.filed().division());
  }

  /** Whether a place lies inside the actor's division. */
  public boolean covers(String place) {
    return division != null && Area.contains(division, place);
  }

  /** Their own token speaks for the party: filed for it, joined as it, or is an officer of it. */
  public boolean speaksFor(Party party) {
    return ref.equals(party.speaker())
        || organisation != null
            && is(Role.DEPARTMENT_OFFICER, Role.INTEGRATOR)
            && Objects.equals(organisation, party.organisation());
  }
}
