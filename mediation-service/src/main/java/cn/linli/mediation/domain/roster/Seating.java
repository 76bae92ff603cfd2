package cn.linli.mediation.domain.roster;

import cn.linli.platform.decide.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Seats people so that as many of the seats that have to be taken are taken: who comes first keeps
 * a seat, though maybe another one than at first (augmenting paths). With people in the order of
 * their scores this is the panel with the highest sum.
 */
public final class Seating {

  private final SeatPlan plan;

  /** By seat: who sits there, or null. */
  private final @Nullable Candidate[] taken;

  private final List<Candidate> further = new ArrayList<>();

  private Seating(SeatPlan plan) {
    this.plan = plan;
    this.taken = new Candidate[plan.seats().size()];
  }

  /** What came of it. */
  public sealed interface Result {
    /** Who sits where, in the order of the seats, the rest after them in their own order. */
    record Seated(List<Place> places) implements Result {}

    record Refused(Refusal refusal) implements Result {}
  }

  public record Place(String seat, Candidate candidate) {}

  /** Seats all of these people, or says why that is no panel. */
  public static Result all(SeatPlan plan, List<Candidate> people) {
    var seating = new Seating(plan);
    people.forEach(seating::seatOrAdd);
    var missing = seating.missing();
    if (!missing.isEmpty()) {
      return new Result.Refused(
          Refusal.of("seat-missing", "seat", missing.getFirst()).with("missing", missing));
    }
    if (people.size() > plan.most()) {
      return new Result.Refused(Refusal.of("panel-too-large", "limit", plan.most()));
    }
    return plan.odd() && people.size() % 2 == 0
        ? new Result.Refused(Refusal.of("panel-not-odd"))
        : new Result.Seated(seating.places());
  }

  /** The best panel of those who are there; seats nobody can take stay free and are named. */
  static Proposal best(SeatPlan plan, List<Candidate> bestFirst) {
    var seating = new Seating(plan);
    for (Candidate candidate : bestFirst) {
      if (seating.missing().isEmpty()) {
        break;
      }
      seating.seat(candidate);
    }
    return new Proposal(seating.places(), seating.missing());
  }

  record Proposal(List<Place> places, List<String> missing) {}

  private void seatOrAdd(Candidate candidate) {
    if (!seat(candidate)) {
      further.add(candidate);
    }
  }

  private boolean seat(Candidate candidate) {
    return seat(candidate, new boolean[taken.length]);
  }

  /** A free seat if there is one; else one whose holder can move. */
  private boolean seat(Candidate candidate, boolean[] tried) {
    for (int i = 0; i < taken.length; i++) {
      if (taken[i] == null && fits(i, candidate)) {
        taken[i] = candidate;
        return true;
      }
    }
    for (int i = 0; i < taken.length; i++) {
      if (!tried[i] && fits(i, candidate)) {
        tried[i] = true;
        if (seat(taken[i], tried)) {
          taken[i] = candidate;
          return true;
        }
      }
    }
    return false;
  }

  private boolean fits(int seat, Candidate candidate) {
    return plan.seats().get(seat).takes(candidate.mediator());
  }

  private List<String> missing() {
    var missing = new ArrayList<String>();
    for (int i = 0; i < taken.length; i++) {
      if (taken[i] == null) {
        missing.add(plan.seats().get(i).code());
      }
    }
    return missing;
  }

  private List<Place> places() {
    Map<String, Place> places = new LinkedHashMap<>();
    for (int i = 0; i < taken.length; i++) {
      if (taken[i] != null) {
        places.put(taken[i].id(), new Place(plan.seats().get(i).code(), taken[i]));
      }
    }
    further.forEach(it -> places.put(it.id(), new Place(SeatPlan.FURTHER, it)));
    return List.copyOf(places.values());
  }
}
