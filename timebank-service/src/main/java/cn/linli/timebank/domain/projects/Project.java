package cn.linli.timebank.domain.projects;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.WireName;
import cn.linli.events.timebank.ProjectEvent;
import cn.linli.events.timebank.ProjectEvent.*;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small project that somebody claims (微治理).
 *
 * @param claimed who has it; null: nobody
 * @param steps how it went, oldest first
 */
public record Project(
    @Nullable ProjectPublished published,
    Status status,
    @Nullable ProjectClaimed claimed,
    List<Step> steps,
    @Nullable String outcome,
    @Nullable Instant publishedAt) {

  /** None was published under this id. */
  public static final Project NONE = new Project(null, Status.NONE, null, List.of(), null, null);

  public static final Set<String> OUTCOMES = Set.of("done", "partly", "dropped");

  static final int STEPS_MAX = 200;

  /** How far it is. */
  public enum Status implements WireName {
    NONE,
    OPEN,
    CLAIMED,
    CLOSED
  }

  public record Step(Instant at, int percent, String wordsRef) {}

  public Project {
    steps = List.copyOf(steps);
  }

  public boolean exists() {
    return published != null;
  }

  public ProjectPublished what() {
    return Objects.requireNonNull(published, "no project was published yet");
  }

  public boolean isClaimed() {
    return status == Status.CLAIMED;
  }

  public int percent() {
    return steps.isEmpty() ? 0 : steps.getLast().percent();
  }

  public static Project evolve(Project now, ProjectEvent event, Instant at) {
    return switch (event) {
      case ProjectPublished it -> new Project(it, Status.OPEN, null, List.of(), null, at);
      case ProjectClaimed it -> now.in(Status.CLAIMED, it);
      case ProjectReleased _ -> now.in(Status.OPEN, null);
      case ProjectProgressed it ->
          now.stepping(now.status, new Step(at, it.percent(), it.wordsRef()), null);
      case ProjectClosed it ->
          now.stepping(
              Status.CLOSED,
              new Step(at, it.outcome().equals("done") ? 100 : now.percent(), it.wordsRef()),
              it.outcome());
    };
  }

  private Project in(Status next, @Nullable ProjectClaimed by) {
    return new Project(published, next, by, steps, outcome, publishedAt);
  }

  private Project stepping(Status next, Step step, @Nullable String ended) {
    var more = new ArrayList<>(steps);
    more.add(step);
    return new Project(published, next, claimed, more, ended, publishedAt);
  }

  /** {@code speaks}: the caller may act for the claimant. */
  public Decision<ProjectEvent> claim(String kind, String claimant, boolean speaks) {
    if (!exists()) {
      return refuse("not-found");
    }
    if (!speaks) {
      return refuse("not-yourself");
    }
    return switch (status) {
      case OPEN -> accept(new ProjectClaimed(what().project(), kind, claimant));
      case CLAIMED -> refuse("already-claimed");
      default -> refuse("project-closed");
    };
  }

  public Decision<ProjectEvent> release(boolean speaks) {
    String why = notClaimed(speaks);
    return why == null ? accept(new ProjectReleased(what().project())) : refuse(why);
  }

  public Decision<ProjectEvent> progress(int percent, String wordsRef, boolean speaks) {
    String why = notClaimed(speaks);
    if (why != null) {
      return refuse(why);
    }
    return steps.size() < STEPS_MAX - 1
        ? accept(new ProjectProgressed(what().project(), percent, wordsRef))
        : refuse("too-many-steps", "limit", STEPS_MAX);
  }

  private @Nullable String notClaimed(boolean speaks) {
    if (!exists()) {
      return "not-found";
    }
    if (status != Status.CLAIMED) {
      return status == Status.CLOSED ? "project-closed" : "not-claimed";
    }
    return speaks ? null : "not-yourself";
  }

  /** By the house that published it: who did it does not say that it is done. */
  public Decision<ProjectEvent> close(
      String how, String wordsRef, boolean house, boolean claimant) {
    if (!exists()) {
      return refuse("not-found");
    }
    if (!house) {
      return refuse("out-of-scope");
    }
    if (claimant) {
      return refuse("self-confirmation");
    }
    if (status == Status.CLOSED) {
      return refuse("project-closed");
    }
    return status == Status.CLAIMED || how.equals("dropped")
        ? accept(new ProjectClosed(what().project(), how, wordsRef))
        : refuse("not-claimed");
  }
}
