package cn.linli.events.petition;

import cn.linli.events.Event;
import cn.linli.events.petition.PetitionEvent.Closed;
import cn.linli.events.petition.PetitionEvent.Extended;
import cn.linli.events.petition.PetitionEvent.FellDue;
import cn.linli.events.petition.PetitionEvent.Rejected;
import cn.linli.events.petition.PetitionEvent.Reopened;
import cn.linli.events.petition.PetitionEvent.Resolved;
import cn.linli.events.petition.PetitionEvent.Submitted;
import cn.linli.events.petition.PetitionEvent.Voted;
import cn.linli.events.petition.PetitionEvent.Withdrawn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What of one request stands in the figures, so that {@link PetitionEvent.Relocated} can take all
 * of it from one place to another without a look-up. Kept in the request's state or folded from its
 * events: {@code standing = standing.after(event, day)}, with the day of the event's stamp.
 *
 * @param received the day it came in; null before that
 * @param open when it was open, latest last; a reopening begins a new spell
 * @param overdue when it was overdue, latest last
 * @param resolutions one for each round that was resolved
 * @param closing the closing that counts; taken back by a reopening
 * @param vote the vote that counts; voided by a reopening
 * @param reopened the day of the first reopening
 * @param tallies what {@link Tallied} events added, one for each name and day; none is none
 */
public record Standing(
    @Nullable LocalDate received,
    List<Spell> open,
    List<Spell> overdue,
    List<Resolution> resolutions,
    @Nullable Closing closing,
    @Nullable Vote vote,
    @Nullable LocalDate reopened,
    @Nullable List<Tally> tallies) {

  public static final Standing NONE =
      new Standing(null, List.of(), List.of(), List.of(), null, null, null, List.of());

  public Standing {
    open = List.copyOf(open);
    overdue = List.copyOf(overdue);
    resolutions = List.copyOf(resolutions);
    tallies = tallies == null ? List.of() : List.copyOf(tallies);
  }

  /** From one day to another; {@code until} is null while it lasts. */
  public record Spell(LocalDate from, @Nullable LocalDate until) {}

  /** One answer. */
  public record Resolution(LocalDate day, @Nullable Level level, int round, Span span) {}

  /** {@code level} as in {@link PetitionEvent.Closed}. */
  public record Closing(LocalDate day, @Nullable Level level) {}

  /** Pure. {@code day} is the one of the event's stamp. */
  public Standing after(PetitionEvent event, LocalDate day) {
    return stands(event, day).tallied(Exclusions.of(event, day));
  }

  private Standing stands(PetitionEvent event, LocalDate day) {
    return switch (event) {
      case Submitted e ->
          new Standing(
              day, begin(open, day), overdue, resolutions, closing, vote, reopened, tallies);
      case FellDue e ->
          e.overdue()
              ? new Standing(
                  received,
                  open,
                  begin(overdue, day),
                  resolutions,
                  closing,
                  vote,
                  reopened,
                  tallies)
              : this;
      case Extended e -> e.wasOverdue() ? notOverdue(day) : this;
      case Rejected e -> (e.wasOverdue() ? notOverdue(day) : this).notOpen(day, closing);
      case Withdrawn e ->
          (e.wasOverdue() ? notOverdue(day) : this).notOpen(day, closing).withVote(null);
      case KinEvent.Merged e ->
          (e.wasOverdue() ? notOverdue(day) : this).notOpen(day, closing).beside(e, day);
      case KinEvent.Unmerged e -> openAgain(day, e.overdue()).beside(e, day);
      case Resolved e -> (e.wasOverdue() ? notOverdue(day) : this).resolved(e, day);
      case Voted e -> withVote(e.vote());
      case Closed e -> notOpen(day, new Closing(day, e.level()));
      case Reopened e ->
          new Standing(
              received,
              e.closedDay() == null ? open : begin(open, day),
              overdue,
              resolutions,
              null,
              null,
              e.firstReopen() ? day : reopened,
              tallies);
      default -> beside(event, day);
    };
  }

  private Standing openAgain(LocalDate day, boolean nowOverdue) {
    return new Standing(
        received,
        begin(open, day),
        nowOverdue ? begin(overdue, day) : overdue,
        resolutions,
        closing,
        vote,
        reopened,
        tallies);
  }

  private Standing beside(Event event, LocalDate day) {
    return event instanceof Tallied it ? tallied(it.tallies(day)) : this;
  }

  /** Those of a name. */
  public List<Tally> tallies(String what) {
    return Objects.requireNonNullElse(tallies, List.<Tally>of()).stream()
        .filter(it -> it.what().equals(what))
        .toList();
  }

  private Standing tallied(List<Tally> more) {
    if (more.isEmpty()) {
      return this;
    }
    var all = new ArrayList<>(Objects.requireNonNullElse(tallies, List.<Tally>of()));
    for (Tally one : more) {
      int before = 0;
      for (var each = all.iterator(); each.hasNext(); ) {
        Tally same = each.next();
        if (same.what().equals(one.what()) && same.day().equals(one.day())) {
          before = same.times();
          each.remove();
        }
      }
      if (before + one.times() != 0) {
        all.add(new Tally(one.what(), one.day(), before + one.times()));
      }
    }
    return new Standing(received, open, overdue, resolutions, closing, vote, reopened, all);
  }

  private Standing withVote(@Nullable Vote counts) {
    return new Standing(received, open, overdue, resolutions, closing, counts, reopened, tallies);
  }

  private Standing notOverdue(LocalDate day) {
    return new Standing(
        received, open, end(overdue, day), resolutions, closing, vote, reopened, tallies);
  }

  private Standing notOpen(LocalDate day, @Nullable Closing how) {
    return new Standing(
        received, end(open, day), overdue, resolutions, how, vote, reopened, tallies);
  }

  private Standing resolved(Resolved e, LocalDate day) {
    var all = new ArrayList<>(resolutions);
    all.add(new Resolution(day, e.level(), e.round(), e.span()));
    return new Standing(received, open, overdue, all, closing, vote, reopened, tallies);
  }

  private static List<Spell> begin(List<Spell> spells, LocalDate day) {
    var all = new ArrayList<>(spells);
    all.add(new Spell(day, null));
    return all;
  }

  private static List<Spell> end(List<Spell> spells, LocalDate day) {
    if (spells.isEmpty()) {
      return spells;
    }
    var all = new ArrayList<>(spells);
    all.set(all.size() - 1, new Spell(all.getLast().from(), day));
    return all;
  }
}
