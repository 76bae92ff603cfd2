package cn.linli.petition.domain;

import cn.linli.events.WireName;
import cn.linli.events.petition.Unit;
import cn.linli.events.petition.WhistleCase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A street called departments to one request.
 *
 * @param street who whistled
 * @param lead who leads on the spot; null once everybody declined
 * @param closedAt when all of them ended it together; null while it goes on
 */
public record Whistle(
    String id,
    Unit street,
    WhistleCase why,
    @Nullable Unit lead,
    String reasonRef,
    Instant blownAt,
    List<Called> departments,
    @Nullable Instant closedAt) {

  public Whistle {
    departments = List.copyOf(departments);
  }

  /** How far a called department is. */
  public enum State implements WireName {
    CALLED,
    CHECKED_IN,
    REPORTED,
    DECLINED,
    /** The request ended before it came. */
    RELEASED;

    /** Nothing more is expected of it. */
    boolean ended() {
      return this == REPORTED || this == DECLINED || this == RELEASED;
    }
  }

  /**
   * One called department.
   *
   * @param late its limit passed before it had checked in
   * @param wordRef its report, or why it declined
   * @param score what the street gave it, 1 to 5
   * @param streetScore what it gave the street, 1 to 5
   */
  public record Called(
      Unit unit,
      Instant dueBy,
      String basis,
      State state,
      boolean late,
      @Nullable Instant checkedInAt,
      @Nullable Instant reportedAt,
      @Nullable String wordRef,
      @Nullable Integer score,
      @Nullable Integer streetScore) {

    Called fallenDue() {
      return copy(state, true, checkedInAt, reportedAt, wordRef, score, streetScore);
    }

    Called checkedIn(Instant at) {
      return copy(State.CHECKED_IN, late, at, reportedAt, wordRef, score, streetScore);
    }

    Called declined(String reasonRef) {
      return copy(State.DECLINED, late, checkedInAt, reportedAt, reasonRef, score, streetScore);
    }

    Called reported(Instant at, String resultRef) {
      return copy(State.REPORTED, late, checkedInAt, at, resultRef, score, streetScore);
    }

    Called released() {
      return state == State.CALLED
          ? copy(State.RELEASED, late, checkedInAt, reportedAt, wordRef, score, streetScore)
          : this;
    }

    Called scored(boolean byStreet, int given) {
      return copy(
          state,
          late,
          checkedInAt,
          reportedAt,
          wordRef,
          byStreet ? (Integer) given : score,
          byStreet ? streetScore : (Integer) given);
    }

    private Called copy(
        State newState,
        boolean newLate,
        @Nullable Instant newCheckedInAt,
        @Nullable Instant newReportedAt,
        @Nullable String newWordRef,
        @Nullable Integer newScore,
        @Nullable Integer newStreetScore) {
      return new Called(
          unit,
          dueBy,
          basis,
          newState,
          newLate,
          newCheckedInAt,
          newReportedAt,
          newWordRef,
          newScore,
          newStreetScore);
    }
  }

  /** The department that a unit is, if it was called. */
  public Optional<Called> of(@Nullable Unit unit) {
    return unit == null
        ? Optional.empty()
        : departments.stream().filter(it -> Actor.isSameBody(unit, it.unit())).findFirst();
  }

  /** Who leads once a department has declined: the first of those that are left. */
  @Nullable Unit leadWithout(Unit declined) {
    return !declined.equals(lead)
        ? lead
        : departments.stream()
            .filter(it -> !it.unit().equals(declined) && it.state() != State.DECLINED)
            .map(Called::unit)
            .findFirst()
            .orElse(null);
  }

  Whistle with(Unit department, UnaryOperator<Called> change) {
    return withAll(it -> it.unit().equals(department) ? change.apply(it) : it);
  }

  Whistle withAll(UnaryOperator<Called> change) {
    return new Whistle(
        id,
        street,
        why,
        lead,
        reasonRef,
        blownAt,
        departments.stream().map(change).toList(),
        closedAt);
  }

  Whistle ledBy(@Nullable Unit newLead) {
    return new Whistle(id, street, why, newLead, reasonRef, blownAt, departments, closedAt);
  }

  Whistle closed(Instant at) {
    return new Whistle(id, street, why, lead, reasonRef, blownAt, departments, at);
  }
}
