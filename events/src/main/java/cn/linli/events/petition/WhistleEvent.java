package cn.linli.events.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 社区呼叫 · 街道吹哨 · 部门报到: the community calls, the street whistles, departments check in. None of it
 * moves the clock of the answer. {@code whistle} is the whistle's id, {@code department} the called
 * unit as {@link Whistled} named it.
 */
public sealed interface WhistleEvent extends PetitionEvent {

  /** A street called departments. */
  String BLOWN = "whistlesBlown";

  /** A department checked in within its limit. */
  String IN_TIME = "checkInsInTime";

  /** A department's limit passed before it had checked in or declined. */
  String LATE = "checkInsLate";

  /** A department declined within its limit. */
  String DECLINED = "checkInsDeclined";

  private static List<Tally> once(String what, LocalDate day, boolean counts) {
    return counts ? List.of(new Tally(what, day, 1)) : List.of();
  }

  /**
   * The community asks its street for help.
   *
   * @param street the street that has to answer
   */
  record CommunityCalled(Unit by, Unit street, String reasonRef) implements WhistleEvent {}

  /** {@code minutes}: clock minutes from the call to its answer. */
  record CallAnswered(CallAnswer answer, long minutes, @Nullable String reasonRef)
      implements WhistleEvent {}

  /**
   * The street calls departments, each with a limit of its own.
   *
   * @param why {@code unsolvable · joint-enforcement · emergency}
   * @param lead the department that leads on the spot, one of {@code departments}
   */
  record Whistled(
      Facets facets,
      String whistle,
      Unit street,
      WhistleCase why,
      Unit lead,
      String reasonRef,
      List<CalledDepartment> departments)
      implements WhistleEvent, Tallied {
    @Override
    public List<Tally> tallies(LocalDate today) {
      return List.of(new Tally(BLOWN, today, 1));
    }
  }

  /**
   * A department is there.
   *
   * @param inTime at or before {@code dueBy}; if not, a {@link CheckInFellDue} was told before
   * @param minutes clock minutes from the whistle
   */
  record DepartmentCheckedIn(
      Facets facets, String whistle, Unit department, Instant dueBy, boolean inTime, long minutes)
      implements WhistleEvent, Tallied {
    @Override
    public List<Tally> tallies(LocalDate today) {
      return once(IN_TIME, today, inTime);
    }
  }

  /** A department's limit passed, and it had neither checked in nor declined. */
  record CheckInFellDue(Facets facets, String whistle, Unit department, Instant dueBy)
      implements WhistleEvent, Tallied {
    @Override
    public Instant happenedAt() {
      return dueBy;
    }

    @Override
    public List<Tally> tallies(LocalDate today) {
      return once(LATE, today, true);
    }
  }

  /**
   * A department says that it is not the one to come.
   *
   * @param inTime at or before its limit; then it counts in no rate
   * @param lead who leads from now on; null if nobody is left
   */
  record WhistleDeclined(
      Facets facets,
      String whistle,
      Unit department,
      boolean inTime,
      @Nullable Unit lead,
      String reasonRef)
      implements WhistleEvent, Tallied {
    @Override
    public List<Tally> tallies(LocalDate today) {
      return once(DECLINED, today, inTime);
    }
  }

  /** {@code minutes}: clock minutes from the whistle. */
  record WhistleReported(String whistle, Unit department, long minutes, String resultRef)
      implements WhistleEvent {}

  /**
   * The street's word on a department, or the department's on the street.
   *
   * @param byStreet which of the two it is
   * @param score 1 (very poor) to 5 (very good)
   */
  record WhistleScored(String whistle, Unit department, boolean byStreet, int score)
      implements WhistleEvent {}

  /** {@code minutes}: clock minutes from the whistle to its joint end. */
  record WhistleClosed(String whistle, long minutes, int reported, int declined)
      implements WhistleEvent {}
}
