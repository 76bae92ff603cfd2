package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.BuildingWhistleEvent.*;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.Unit;
import cn.linli.petition.domain.BuildingWhistleCommand.*;
import cn.linli.petition.domain.BuildingWhistles.Raised;
import cn.linli.platform.decide.Decision;
import java.time.Duration;
import java.util.Optional;

/**
 * Somebody in a building whistles, members and volunteers turn up (report R1-04). Who may claim is
 * anybody of the place; the route knows the place of a resident, so it asks there.
 */
final class BuildingWhistling {

  /** Of one request, over its life. */
  static final int WHISTLES_MAX = 10;

  /** More hands than any stairwell holds. */
  static final int CLAIMS_MAX = 20;

  private BuildingWhistling() {}

  static Decision<PetitionEvent> decide(
      BuildingWhistleCommand command, Petition petition, Facts facts) {
    return switch (command) {
      case Raise raise -> raise(raise, petition, facts);
      case Claim claim -> claim(claim, petition, facts);
      case Finish finish -> finish(finish, petition, facts);
    };
  }

  private static Decision<PetitionEvent> raise(Raise raise, Petition petition, Facts facts) {
    Unit unit = facts.actor().unit();
    if (!petition.isOpen()) {
      return refuse("already-closed");
    }
    if (unit == null || unit.level() != Level.GRID || !livesThere(unit, petition)) {
      return refuse("not-in-this-grid");
    }
    return BuildingWhistles.of(petition).all().size() >= WHISTLES_MAX
        ? refuse("too-many-whistles", "limit", WHISTLES_MAX)
        : accept(new BuildingWhistled(raise.id(), unit, CLAIMS_MAX, raise.needRef()));
  }

  private static boolean livesThere(Unit grid, Petition petition) {
    String division = petition.filed().division();
    return Ladder.contains(grid.division(), division) || Ladder.contains(division, grid.division());
  }

  private static Decision<PetitionEvent> claim(Claim claim, Petition petition, Facts facts) {
    String by = facts.actor().ref();
    Optional<Raised> found = BuildingWhistles.of(petition).find(claim.whistle());
    if (found.isEmpty()) {
      return refuse("unknown-whistle");
    }
    Raised raised = found.get();
    if (raised.doneAt() != null || !petition.isOpen()) {
      return refuse("whistle-closed");
    }
    if (raised.by().equals(by)) {
      return refuse("own-whistle");
    }
    if (raised.claims().stream().anyMatch(it -> it.by().equals(by))) {
      return refuse("already-claimed");
    }
    return raised.claims().size() >= CLAIMS_MAX
        ? refuse("enough-hands", "limit", CLAIMS_MAX)
        : accept(
            new BuildingWhistleClaimed(
                raised.id(), raised.claims().size() + 1, minutes(raised, facts)));
  }

  private static Decision<PetitionEvent> finish(Finish finish, Petition petition, Facts facts) {
    Optional<Raised> found = BuildingWhistles.of(petition).find(finish.whistle());
    if (found.isEmpty()) {
      return refuse("unknown-whistle");
    }
    Raised raised = found.get();
    if (!raised.by().equals(facts.actor().ref())) {
      return refuse("not-your-whistle");
    }
    return raised.doneAt() != null
        ? refuse("whistle-closed")
        : accept(
            new BuildingWhistleDone(raised.id(), raised.claims().size(), minutes(raised, facts)));
  }

  private static long minutes(Raised raised, Facts facts) {
    return Duration.between(raised.raisedAt(), facts.now()).toMinutes();
  }
}
