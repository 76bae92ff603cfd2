package cn.linli.mediation.domain.roster;

import cn.linli.platform.decide.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether somebody may sit in a dispute at all. */
public final class Eligibility {

  private Eligibility() {}

  public static Optional<Refusal> objection(Candidate candidate, Matter matter) {
    Mediator mediator = candidate.mediator();
    if (!mediator.isActive()) {
      return Optional.of(Refusal.of("mediator-not-active", "mediator", candidate.id()));
    }
    if (!mediator.serves(matter.division())) {
      return Optional.of(Refusal.of("mediator-elsewhere", "mediator", candidate.id()));
    }
    List<Conflict> conflicts = Conflict.of(candidate, matter);
    return conflicts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Refusal.of("conflict-of-interest", "mediator", candidate.id())
                .with("conflicts", conflicts.stream().map(Eligibility::told).toList()));
  }

  /** As codes: which party it is about, and nothing of who that is. */
  private static Map<String, String> told(Conflict conflict) {
    var told = new HashMap<String, String>();
    told.put("kind", conflict.kind().wire());
    if (conflict.party() != null) {
      told.put("party", conflict.party());
    }
    return told;
  }
}
