package cn.linli.petition.domain;

import cn.linli.events.petition.Level;
import cn.linli.events.petition.Unit;
import cn.linli.platform.decide.Refusal;
import java.util.Optional;

/**
 * A community is a self-governing body: it is handed only what is on its list, and leads nothing it
 * merely assists with. Source: 北京市接诉即办工作条例 §17, report R4-11.
 */
final class Admission {

  private Admission() {}

  static boolean mayLead(Unit unit, String category, Facts facts) {
    return objection(unit, category, facts).isEmpty();
  }

  /** A community that may not lead may still be asked to help, if its list of those says so. */
  static Optional<Refusal> objectionToHelp(Unit unit, String category, Facts facts) {
    return objection(unit, category, facts)
        .filter(_ -> !facts.rulebook().assists(communityOf(unit), category));
  }

  static Optional<Refusal> objection(Unit unit, String category, Facts facts) {
    if (unit.organisation() != null || unit.level().compareTo(Level.COMMUNITY) > 0) {
      return Optional.empty();
    }
    String community = communityOf(unit);
    if (!facts.rulebook().admits(community, category)) {
      return Optional.of(Refusal.of("not-on-admission-list", "category", category));
    }
    return facts.rulebook().assistsOnly(community, category)
        ? Optional.of(Refusal.of("assist-only", "category", category))
        : Optional.empty();
  }

  private static String communityOf(Unit unit) {
    return unit.division().substring(0, Level.COMMUNITY.digits());
  }
}
