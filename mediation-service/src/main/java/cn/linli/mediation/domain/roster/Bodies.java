package cn.linli.mediation.domain.roster;

import cn.linli.events.mediation.DisputeLevel;
import java.util.Optional;

/** Tiers on which bodies stand: community, street, district (domain rules R5-21). */
public final class Bodies {

  private static final int GRID_DIGITS = 15;

  private Bodies() {}

  /** The tier of a division; a grid has no body of its own, nor has what is above a district. */
  public static Optional<DisputeLevel> tier(String division) {
    return division.length() == GRID_DIGITS ? Optional.empty() : DisputeLevel.ofCommittee(division);
  }
}
