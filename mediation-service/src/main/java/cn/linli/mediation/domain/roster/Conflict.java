package cn.linli.mediation.domain.roster;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reason that keeps a mediator out of a dispute.
 *
 * @param party number of the party it is about; null: none of them
 */
public record Conflict(ConflictKind kind, @Nullable String party) {

  /** Every reason there is, in the order of the kinds and of the parties. */
  public static List<Conflict> of(Candidate candidate, Matter matter) {
    var found = new ArrayList<Conflict>();
    for (ConflictKind kind : ConflictKind.values()) {
      if (kind == ConflictKind.RECUSED) {
        if (matter.recused().contains(candidate.id())) {
          found.add(new Conflict(kind, null));
        }
        continue;
      }
      for (Matter.Side side : matter.sides()) {
        if (holds(kind, candidate, side)) {
          found.add(new Conflict(kind, side.party()));
        }
      }
    }
    return List.copyOf(found);
  }

  private static boolean holds(ConflictKind kind, Candidate candidate, Matter.Side side) {
    Mediator mediator = candidate.mediator();
    return switch (kind) {
      case OWN_CLAIM -> mediator.marks().stream().anyMatch(side.marks()::contains);
      case DECLARED_KIN -> mediator.kin().stream().anyMatch(side.marks()::contains);
      case SAME_ORGANISATION ->
          side.organisation() != null && mediator.organisations().contains(side.organisation());
      case FORMER_OPPONENT -> met(candidate, side, true);
      case FORMER_PARTY -> met(candidate, side, false);
      case REFUSED_BY_PARTY -> side.refused().contains(candidate.id());
      case RECUSED -> throw new IllegalStateException("is about no party");
    };
  }

  private static boolean met(Candidate candidate, Matter.Side side, boolean opposed) {
    return candidate.met().stream()
        .anyMatch(it -> it.opposed() == opposed && side.marks().contains(it.mark()));
  }
}
