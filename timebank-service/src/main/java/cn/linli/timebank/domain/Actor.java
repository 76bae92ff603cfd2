package cn.linli.timebank.domain;

import cn.linli.platform.access.ActorRef;
import cn.linli.platform.access.Role;
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

  /** The house of a place: whoever works there or above it. */
  public boolean isHouse(String place) {
    return division != null
        && place.startsWith(division)
        && is(
            Role.BANK_CLERK,
            Role.COMMUNITY_CLERK,
            Role.STREET_OFFICER,
            Role.DISTRICT_OFFICER,
            Role.ADMIN);
  }

  /** The keyed hash of the account they act with. */
  public String mark() {
    return ActorRef.mark(ref);
  }
}
