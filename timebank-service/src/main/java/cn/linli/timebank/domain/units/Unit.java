package cn.linli.timebank.domain.units;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.timebank.UnitEvent;
import cn.linli.events.timebank.UnitEvent.*;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.domain.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A unit that checked in with a community (双报到): how many, never who.
 *
 * @param by who registered it
 * @param tasks activities it takes part in
 * @param resources what it puts at the community's disposal
 */
public record Unit(
    @Nullable UnitCheckedIn in,
    String by,
    boolean here,
    int heads,
    List<Task> tasks,
    List<ResourceOffered> resources,
    @Nullable Instant since) {

  /** None checked in under this id. */
  public static final Unit NONE = new Unit(null, "", false, 0, List.of(), List.of(), null);

  public static final Set<String> KINDS =
      Set.of("agency", "institution", "enterprise", "association", "other");

  public static final Set<String> RESOURCES =
      Set.of("venue", "vehicle", "expert", "goods", "place", "other");

  static final int TASKS_MAX = 1_000;

  /** Offered at one time. */
  static final int RESOURCES_MAX = 100;

  /** An activity it takes part in, with so many. */
  public record Task(String activity, int heads) {}

  public Unit {
    tasks = List.copyOf(tasks);
    resources = List.copyOf(resources);
  }

  public boolean exists() {
    return in != null;
  }

  public UnitCheckedIn what() {
    return Objects.requireNonNull(in, "no unit checked in yet");
  }

  /** Whoever registered it, and the house of the place. */
  public boolean isSpokenForBy(Actor actor) {
    return actor.ref().equals(by) || actor.isHouse(what().community());
  }

  public static Unit evolve(Unit now, UnitEvent event, Instant at, String by) {
    return switch (event) {
      case UnitCheckedIn it -> new Unit(it, by, true, it.heads(), List.of(), List.of(), at);
      case HeadsChanged it ->
          new Unit(now.in, now.by, now.here, it.to(), now.tasks, now.resources, now.since);
      case TaskClaimed it -> {
        var more = new ArrayList<>(now.tasks);
        more.add(new Task(it.activity(), it.heads()));
        yield new Unit(now.in, now.by, now.here, now.heads, more, now.resources, now.since);
      }
      case ResourceOffered it -> {
        var more = new ArrayList<>(now.resources);
        more.add(it);
        yield now.offering(more);
      }
      case ResourceWithdrawn it ->
          now.offering(
              now.resources.stream().filter(each -> each.number() != it.number()).toList());
      case UnitLeft _ ->
          new Unit(now.in, now.by, false, now.heads, now.tasks, now.resources, now.since);
    };
  }

  private Unit offering(List<ResourceOffered> all) {
    return new Unit(in, by, here, heads, tasks, all, since);
  }

  private @Nullable String away() {
    if (!exists()) {
      return "not-found";
    }
    return here ? null : "unit-left";
  }

  public Decision<UnitEvent> change(int to) {
    String away = away();
    if (away != null) {
      return refuse(away);
    }
    return to == heads
        ? refuse("heads-unchanged")
        : accept(new HeadsChanged(what().unit(), heads, to));
  }

  /** {@code open}: the activity can still be joined. */
  public Decision<UnitEvent> claim(String activity, int many, boolean open) {
    String away = away();
    if (away != null) {
      return refuse(away);
    }
    if (!open) {
      return refuse("activity-over");
    }
    if (tasks.stream().anyMatch(it -> it.activity().equals(activity))) {
      return refuse("already-claimed");
    }
    if (many > heads) {
      return refuse("more-than-registered", "limit", heads);
    }
    return tasks.size() < TASKS_MAX
        ? accept(new TaskClaimed(what().unit(), activity, many))
        : refuse("too-many-tasks", "limit", TASKS_MAX);
  }

  /** The next number; numbers of withdrawn ones are not used again while higher ones are there. */
  public int nextResource() {
    return resources.stream().mapToInt(ResourceOffered::number).max().orElse(0) + 1;
  }

  public Decision<UnitEvent> offer(ResourceOffered it) {
    String away = away();
    if (away != null) {
      return refuse(away);
    }
    if (it.until().isBefore(it.from())) {
      return refuse("resource-times");
    }
    return resources.size() < RESOURCES_MAX
        ? accept(it)
        : refuse("too-many-resources", "limit", RESOURCES_MAX);
  }

  public Decision<UnitEvent> withdraw(int number) {
    String away = away();
    if (away != null) {
      return refuse(away);
    }
    return resources.stream().anyMatch(it -> it.number() == number)
        ? accept(new ResourceWithdrawn(what().unit(), number))
        : refuse("unknown-resource");
  }

  public Decision<UnitEvent> leave() {
    String away = away();
    return away == null ? accept(new UnitLeft(what().unit())) : refuse(away);
  }
}
