package cn.linli.petition.domain;

import cn.linli.events.petition.Level;
import cn.linli.events.petition.Standing;
import cn.linli.events.petition.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of one request: the fold of its events. Parts are null only before it was submitted.
 *
 * @param proceedings what only some requests go through beside handling
 * @param standing what of it stands in the figures, to move with it when it is relocated
 * @param steps the latest things that happened, oldest first; all of them are in the journal
 */
public record Petition(
    Status status,
    @Nullable Filing filing,
    @Nullable Holding holding,
    @Nullable Clock clock,
    Round round,
    Care care,
    Standing standing,
    Proceedings proceedings,
    List<Step> steps) {

  /** More are told by the history, which reads the journal. */
  static final int STEPS_KEPT_MAX = 40;

  /** Division of requests whose place is not known yet. */
  public static final String UNKNOWN_DIVISION = "unknown";

  /** One line of what the petitioner may see: the event's name and who acted. */
  public record Step(Instant at, String what, @Nullable Unit unit) {}

  /** Nothing was submitted yet. */
  public static final Petition NONE =
      new Petition(
          Status.SUBMITTED,
          null,
          null,
          null,
          Round.numbered(1),
          Care.NONE,
          Standing.NONE,
          Proceedings.NONE,
          List.of());

  public Petition {
    steps = List.copyOf(steps);
  }

  public boolean exists() {
    return filing != null;
  }

  public Filing filed() {
    return required(filing);
  }

  public Holding held() {
    return required(holding);
  }

  public Clock time() {
    return required(clock);
  }

  public Unit unit() {
    return held().unit();
  }

  public Level level() {
    return unit().level();
  }

  public boolean isOpen() {
    return exists() && status.isOpen();
  }

  /** Imported history has no live timers until somebody reopens it. */
  public boolean isLive() {
    return !filed().facets().imported() || round.number() > 1;
  }

  Petition with(Status newStatus) {
    return new Petition(
        newStatus, filing, holding, clock, round, care, standing, proceedings, steps);
  }

  Petition with(Filing newFiling) {
    return new Petition(
        status, newFiling, holding, clock, round, care, standing, proceedings, steps);
  }

  Petition with(Holding newHolding) {
    return new Petition(
        status, filing, newHolding, clock, round, care, standing, proceedings, steps);
  }

  Petition with(Clock newClock) {
    return new Petition(
        status, filing, holding, newClock, round, care, standing, proceedings, steps);
  }

  Petition with(Round newRound) {
    return new Petition(
        status, filing, holding, clock, newRound, care, standing, proceedings, steps);
  }

  Petition with(Care newCare) {
    return new Petition(
        status, filing, holding, clock, round, newCare, standing, proceedings, steps);
  }

  Petition with(Standing newStanding) {
    return new Petition(
        status, filing, holding, clock, round, care, newStanding, proceedings, steps);
  }

  Petition with(Proceedings newProceedings) {
    return new Petition(
        status, filing, holding, clock, round, care, standing, newProceedings, steps);
  }

  Petition plus(Step step) {
    var more = new ArrayList<>(steps);
    more.add(step);
    if (more.size() > STEPS_KEPT_MAX) {
      more.removeFirst();
    }
    return new Petition(status, filing, holding, clock, round, care, standing, proceedings, more);
  }

  private static <T> T required(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("nothing was submitted yet");
    }
    return part;
  }
}
