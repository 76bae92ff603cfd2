package cn.linli.gateway.views.figures;

import cn.linli.events.Stamp;
import cn.linli.events.petition.Answer;
import cn.linli.events.petition.CalledDepartment;
import cn.linli.events.petition.Channel;
import cn.linli.events.petition.Deadlines;
import cn.linli.events.petition.DeliberationEvent.DeliberationReviewed;
import cn.linli.events.petition.DeliberationEvent.MeetingHeld;
import cn.linli.events.petition.DueKind;
import cn.linli.events.petition.Facets;
import cn.linli.events.petition.KinEvent.Merged;
import cn.linli.events.petition.KinEvent.Unmerged;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Closed;
import cn.linli.events.petition.PetitionEvent.Extended;
import cn.linli.events.petition.PetitionEvent.FellDue;
import cn.linli.events.petition.PetitionEvent.Rejected;
import cn.linli.events.petition.PetitionEvent.Relocated;
import cn.linli.events.petition.PetitionEvent.Reopened;
import cn.linli.events.petition.PetitionEvent.Resolved;
import cn.linli.events.petition.PetitionEvent.Submitted;
import cn.linli.events.petition.PetitionEvent.VisitMissed;
import cn.linli.events.petition.PetitionEvent.Voted;
import cn.linli.events.petition.PetitionEvent.Withdrawn;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Span;
import cn.linli.events.petition.Standing;
import cn.linli.events.petition.Unit;
import cn.linli.events.petition.Urgency;
import cn.linli.events.petition.Vote;
import cn.linli.events.petition.WhistleCase;
import cn.linli.events.petition.WhistleEvent.CheckInFellDue;
import cn.linli.events.petition.WhistleEvent.DepartmentCheckedIn;
import cn.linli.events.petition.WhistleEvent.WhistleDeclined;
import cn.linli.events.petition.WhistleEvent.Whistled;
import cn.linli.platform.division.DivisionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the events of one request, in the words of a test. */
public final class Life {

  /** An event and the stamp it travels with. */
  public record Stamped(PetitionEvent event, Stamp stamp) {}

  private static final Deadlines NO_LIMITS =
      new Deadlines(null, null, null, null, null, null, null, null, "test", false);

  private final List<Stamped> events = new ArrayList<>();
  private List<String> path;
  private Facets facets;
  private Level level = Level.GRID;
  private int round = 1;
  private boolean reopenedBefore;
  private boolean overdue;
  private boolean overdueBefore;
  private LocalDate mergedDay = LocalDate.EPOCH;
  private Standing standing = Standing.NONE;
  private @Nullable LocalDate recordedDay;

  private Life(String division) {
    path = path(division);
    facets = new Facets(Kind.APPEAL, Regime.HOTLINE, "heating", Channel.HOTLINE, false);
  }

  public static Life in(String division) {
    return new Life(division);
  }

  private static List<String> path(String division) {
    return DivisionCode.parse(division)
        .map(DivisionCode::path)
        .orElse(List.of(DivisionCode.UNKNOWN));
  }

  public Life about(String category) {
    facets =
        new Facets(facets.kind(), facets.regime(), category, facets.channel(), facets.imported());
    return this;
  }

  public Life formal() {
    facets =
        new Facets(
            facets.kind(), Regime.FORMAL, facets.category(), facets.channel(), facets.imported());
    return this;
  }

  /** History: all of it is recorded on one later day. */
  public Life importedOn(String day) {
    facets = new Facets(facets.kind(), facets.regime(), facets.category(), Channel.IMPORT, true);
    recordedDay = LocalDate.parse(day);
    return this;
  }

  public Life at(Level other) {
    level = other;
    return this;
  }

  public Life submitted(String day) {
    return add(
        day,
        new Submitted(
            facets,
            Urgency.NORMAL,
            path.getLast(),
            unit(),
            NO_LIMITS,
            instant(day),
            false,
            false,
            false,
            false,
            1,
            "ref",
            null,
            null,
            null,
            null,
            null,
            null,
            List.of()));
  }

  public Life fellDue(String day) {
    overdue = true;
    return add(day, new FellDue(facets, DueKind.ANSWER, instant(day), unit(), true));
  }

  public Life extended(String day) {
    boolean was = overdue;
    overdue = false;
    return add(day, new Extended(facets, instant(day), instant(day), was, NO_LIMITS));
  }

  public Life resolved(String day, long minutes) {
    return resolved(day, new Span(instant(day), null, !overdue, minutes, 0, 1));
  }

  /** By a limit that followed a mediation. */
  public Life mediated(String day, long minutes) {
    return resolved(
        day, new Span(instant(day), null, !overdue, minutes, 0, 1).followingMediation());
  }

  private Life resolved(String day, Span span) {
    boolean was = overdue;
    overdue = false;
    return add(
        day, new Resolved(facets, unit(), level(), Outcome.SOLVED, "ref", span, was, round, null));
  }

  public Life voted(String day, @Nullable Answer answer, @Nullable Integer grade) {
    var vote = new Vote(LocalDate.parse(day), true, answer, null, grade);
    return add(day, new Voted(facets, true, vote, standing.vote(), null));
  }

  public Life closed(String day) {
    var span = new Span(instant(day), null, true, 60, 0, 1);
    return add(day, new Closed(facets, level(), span, false, round, null, null));
  }

  public Life reopened(String day) {
    var closing = standing.closing();
    round++;
    boolean first = !reopenedBefore;
    reopenedBefore = true;
    return add(
        day,
        new Reopened(
            facets,
            round,
            null,
            closing == null ? null : closing.day(),
            closing == null ? null : closing.level(),
            standing.vote(),
            first,
            unit(),
            NO_LIMITS));
  }

  /** A meeting with a quorum. */
  public Life deliberated(String day) {
    return add(day, new MeetingHeld(facets, 1, 4, 3, 3, 5, List.of(), null, "ref"));
  }

  /** By a resident; {@code first} completes the deliberation. */
  public Life reviewed(String day, boolean first) {
    return add(day, new DeliberationReviewed(facets, 1, 4, false, first, null));
  }

  /** The last of the tries that reached nobody. */
  public Life unreached(String day) {
    return add(day, new VisitMissed(facets, 3, 2, true));
  }

  public Life withdrawn(String day) {
    boolean was = overdue;
    overdue = false;
    return add(day, new Withdrawn(facets, was, standing.vote()));
  }

  public Life rejected(String day) {
    boolean was = overdue;
    overdue = false;
    return add(day, new Rejected(facets, "not-ours", "court", "ref", was));
  }

  public Life merged(String day) {
    overdueBefore = overdue;
    overdue = false;
    mergedDay = LocalDate.parse(day);
    return add(day, new Merged(facets, "main", false, received(), overdueBefore));
  }

  public Life unmerged(String day) {
    overdue = overdueBefore;
    return add(day, new Unmerged(facets, "main", "handling", mergedDay, received(), overdue));
  }

  private LocalDate received() {
    return Objects.requireNonNull(standing.received());
  }

  /** A street's whistle for one department that has until the end of the day. */
  public Life whistled(String day) {
    var dueBy = new CalledDepartment(department(), endOf(day), "test");
    return add(
        day,
        new Whistled(
            facets, "w", unit(), WhistleCase.EMERGENCY, department(), "ref", List.of(dueBy)));
  }

  public Life checkedIn(String day, boolean inTime) {
    return add(day, new DepartmentCheckedIn(facets, "w", department(), endOf(day), inTime, 10));
  }

  public Life checkInFellDue(String day) {
    return add(day, new CheckInFellDue(facets, "w", department(), endOf(day)));
  }

  public Life whistleDeclined(String day, boolean inTime) {
    return add(day, new WhistleDeclined(facets, "w", department(), inTime, null, "ref"));
  }

  private Unit department() {
    return new Unit(Level.DISTRICT, "370602", "heating-company");
  }

  private static Instant endOf(String day) {
    return LocalDate.parse(day).atTime(15, 59).toInstant(ZoneOffset.UTC);
  }

  /** Moves to another division, everything counted with it. */
  public Life relocated(String day, String division) {
    var from = path;
    path = path(division);
    return add(day, new Relocated(facets, from.getLast(), from, path.getLast(), standing, unit()));
  }

  public List<Stamped> events() {
    return List.copyOf(events);
  }

  /** What is imported without a level has none. */
  private @Nullable Level level() {
    return facets.imported() ? null : level;
  }

  private Unit unit() {
    return new Unit(level, path.getLast(), null);
  }

  private Life add(String day, PetitionEvent event) {
    var belongs = LocalDate.parse(day);
    var recorded = recordedDay == null ? belongs : recordedDay;
    standing = standing.after(event, belongs);
    events.add(
        new Stamped(
            event, new Stamp(belongs, recorded.atTime(4, 0).toInstant(ZoneOffset.UTC), path)));
    return this;
  }

  /** Noon in Shanghai. */
  private static Instant instant(String day) {
    return LocalDate.parse(day).atTime(4, 0).toInstant(ZoneOffset.UTC);
  }
}
