package cn.linli.mediation.domain.roster;

import java.util.List;
import java.util.Set;

/**
 * How a mechanism seats people at a place; from the table of mechanisms.
 *
 * @param seats that have to be taken, in order; the first leads
 * @param most seats there may be at all: those beyond are taken by anybody on the roster
 * @param odd the number of those who sit must be odd, so that they can decide
 */
public record SeatPlan(List<Seat> seats, int most, boolean odd) {

  /** Code of a seat beyond those that have to be taken. */
  public static final String FURTHER = "mediator";

  public SeatPlan {
    seats = List.copyOf(seats);
  }

  /**
   * @param code what it is called
   * @param professions one of which its holder has; empty: anybody on the roster
   */
  public record Seat(String code, Set<String> professions) {
    public Seat {
      professions = Set.copyOf(professions);
    }

    boolean takes(Mediator mediator) {
      return professions.isEmpty()
          || mediator.profile().professions().stream().anyMatch(professions::contains);
    }
  }

  /** Whether somebody may take a seat of this code; one that the table no longer has is for all. */
  public boolean takes(String code, Mediator mediator) {
    return seats.stream().filter(it -> it.code().equals(code)).allMatch(it -> it.takes(mediator));
  }
}
