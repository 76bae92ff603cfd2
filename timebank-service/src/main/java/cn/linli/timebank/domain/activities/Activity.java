package cn.linli.timebank.domain.activities;

import cn.linli.events.WireName;
import cn.linli.events.petition.ReferralOrigin;
import cn.linli.events.timebank.ActivityPlan;
import cn.linli.platform.access.Role;
import cn.linli.timebank.domain.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of an activity.
 *
 * @param published null: there is none yet
 * @param attendances in the order they signed up
 * @param heads who were served
 */
public record Activity(
    @Nullable Published published, Status status, List<Attendance> attendances, int heads) {

  /** Nobody published one under this id. */
  public static final Activity NONE = new Activity(null, Status.NONE, List.of(), 0);

  /** How long after its end somebody's time may still be confirmed: project decision. */
  static final Duration CONFIRMING = Duration.ofDays(7);

  static final int PLACES_MAX = 200;

  /** Everybody who ever signed up, the waiting and the withdrawn too. */
  static final int SIGN_UPS_MAX = 400;

  /** How far it is. */
  public enum Status implements WireName {
    NONE,
    OPEN,
    CANCELLED,
    CLOSED
  }

  /**
   * What was published.
   *
   * @param by who published it
   */
  public record Published(
      String id, ActivityPlan plan, @Nullable ReferralOrigin origin, String by, Instant at) {}

  public Activity {
    attendances = List.copyOf(attendances);
  }

  public boolean exists() {
    return published != null;
  }

  public Published filed() {
    if (published == null) {
      throw new IllegalStateException("nothing was published yet");
    }
    return published;
  }

  public ActivityPlan plan() {
    return filed().plan();
  }

  public Optional<Attendance> of(String account) {
    return attendances.stream().filter(it -> it.account().equals(account)).findFirst();
  }

  /** Whether somebody counts on a volunteer, or still has to say how long they served. */
  public boolean engages(String account, Instant now) {
    return now.isBefore(plan().endsAt().plus(CONFIRMING))
        && of(account)
            .filter(it ->
                it.awaitsConfirmation()
                    || it.inSince() != null
                    || status == Status.OPEN && it.isExpected())
            .isPresent();
  }

  public int placesTaken() {
    return (int) attendances.stream().filter(Attendance::holdsPlace).count();
  }

  /** How many have had their time confirmed. */
  public int confirmed() {
    return (int) attendances.stream().filter(it -> it.minutes() != null).count();
  }

  /** All that was confirmed. */
  public int minutes() {
    return attendances.stream()
        .map(Attendance::minutes)
        .mapToInt(given -> given == null ? 0 : given)
        .sum();
  }

  /** Who would move up. */
  Optional<Attendance> next() {
    return attendances.stream()
        .filter(it -> it.standing() == Attendance.Standing.WAITING)
        .findFirst();
  }

  /** Whoever published it, co-organisers, and the house of the place. */
  public boolean isOrganiser(Actor actor) {
    return actor.ref().equals(filed().by())
        || actor.isHouse(plan().division())
        || actor.is(Role.DEPARTMENT_OFFICER)
            && actor.organisation() != null
            && plan().coOrganisers().contains(actor.organisation());
  }

  /** When time alone does something with it. */
  public @Nullable Instant due() {
    if (status != Status.OPEN) {
      return null;
    }
    return isMissed() ? plan().endsAt() : plan().endsAt().plus(CONFIRMING);
  }

  /** A request waits for it, and nobody has been there. */
  private boolean isMissed() {
    return filed().origin() != null
        && attendances.stream().allMatch(it -> it.spans().isEmpty() && it.inSince() == null);
  }

  Activity in(Status now) {
    return new Activity(published, now, attendances, heads);
  }

  Activity served(int people) {
    return new Activity(published, status, attendances, people);
  }

  /** Replaces the one of the same account, or adds it. */
  Activity with(Attendance attendance) {
    var all = new ArrayList<Attendance>();
    attendances.stream().filter(it -> !it.account().equals(attendance.account())).forEach(all::add);
    if (of(attendance.account())
        .filter(it -> it.standing() != Attendance.Standing.WITHDRAWN)
        .isPresent()) {
      int place = attendances.indexOf(of(attendance.account()).orElseThrow());
      all.add(place, attendance);
    } else {
      all.add(attendance);
    }
    return new Activity(published, status, all, heads);
  }
}
