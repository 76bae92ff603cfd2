package cn.linli.events.petition;

import java.time.LocalDate;
import java.util.List;

/**
 * Requests on one matter are worked on once: the merged ones keep code, notices, answer, visit and
 * vote, and come back with their own clock when they are taken out. Source: domain rules §4.5.
 */
public sealed interface KinEvent extends PetitionEvent {

  /** The count of contacts that are no matter of their own, on the day each came in. */
  String MERGED = "merged";

  /**
   * It is worked on together with another one; its clock runs on.
   *
   * @param into the main request's id
   * @param samePerson whether the two have a petitioner in common: then it is a duplicate, else one
   *     of a cluster
   * @param received the day it came in
   */
  record Merged(
      Facets facets, String into, boolean samePerson, LocalDate received, boolean wasOverdue)
      implements KinEvent, Tallied {
    @Override
    public List<Tally> tallies(LocalDate today) {
      return List.of(new Tally(MERGED, received, 1));
    }
  }

  /**
   * It is a matter of its own again, where it was before.
   *
   * @param status what it comes back to
   * @param mergedDay the day it was merged
   * @param received the day it came in
   * @param overdue its limit has passed, before it was merged or meanwhile
   */
  record Unmerged(
      Facets facets,
      String from,
      String status,
      LocalDate mergedDay,
      LocalDate received,
      boolean overdue)
      implements KinEvent, Tallied {
    @Override
    public List<Tally> tallies(LocalDate today) {
      return List.of(new Tally(MERGED, received, -1));
    }
  }

  /** The main request's side of {@link Merged}. */
  record Absorbed(String merged, boolean samePerson) implements KinEvent {}

  /** The main request's side of {@link Unmerged}. */
  record Released(String merged) implements KinEvent {}
}
