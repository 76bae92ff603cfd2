package cn.linli.timebank.domain.exchange;

import cn.linli.events.WireName;
import cn.linli.events.timebank.ExchangeEvent;
import cn.linli.events.timebank.ExchangeEvent.*;
import cn.linli.events.timebank.MatchSide;
import cn.linli.timebank.domain.activities.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A need and who would meet it.
 *
 * @param agreed who said yes; a clerk's proposal is nobody's yes
 * @param done when the provider did it
 * @param minutes confirmed; null: not yet
 */
public record Match(
    @Nullable MatchProposed proposed,
    Status status,
    SortedSet<MatchSide> agreed,
    @Nullable Span done,
    @Nullable Integer minutes,
    @Nullable Instant proposedAt) {

  /** Nothing was proposed under this id. */
  public static final Match NONE = new Match(null, Status.NONE, new TreeSet<>(), null, null, null);

  /** How far it is. */
  public enum Status implements WireName {
    NONE,
    PROPOSED,
    AGREED,
    DELIVERED,
    CONFIRMED,
    DECLINED,
    CANCELLED,
    /** Its time was over; what it held is about to be given back. */
    LAPSED,
    /** Its time was over, and what it held was given back. */
    GIVEN_BACK
  }

  /** Of those that were proposed before they said when they lapse: no need waits longer. */
  private static final Duration LAPSES_AFTER = NeedRules.AHEAD_MAX.plus(MatchRules.CONFIRMING);

  public Match {
    agreed = Collections.unmodifiableSortedSet(new TreeSet<>(agreed));
  }

  public boolean exists() {
    return proposed != null;
  }

  public MatchProposed what() {
    if (proposed == null) {
      throw new IllegalStateException("nothing was proposed yet");
    }
    return proposed;
  }

  /** Minutes are held for it. */
  public boolean holds() {
    return status == Status.AGREED || status == Status.DELIVERED;
  }

  /** When it lapses, while minutes are held for it. */
  public @Nullable Instant due() {
    return holds() ? until() : null;
  }

  /** How long minutes are held for it. */
  public Instant until() {
    return what().until() == null
        ? Objects.requireNonNull(proposedAt).plus(LAPSES_AFTER)
        : what().until();
  }

  /** It was proposed and has not ended. */
  public boolean runs() {
    return status == Status.PROPOSED || holds();
  }

  /** Whether a yes of this side is the last one. */
  boolean isLast(MatchSide side) {
    var all = EnumSet.of(side);
    all.addAll(agreed);
    return all.contains(MatchSide.PROVIDER) && all.contains(MatchSide.RECIPIENT);
  }

  public static Match evolve(Match now, ExchangeEvent event, Instant at) {
    return switch (event) {
      case MatchProposed it ->
          new Match(
              it,
              Status.PROPOSED,
              it.proposedBy() == MatchSide.CLERK
                  ? new TreeSet<>()
                  : new TreeSet<>(Set.of(it.proposedBy())),
              null,
              null,
              at);
      case MatchAgreed it -> {
        var all = new TreeSet<>(now.agreed);
        all.add(it.side());
        yield new Match(
            now.proposed,
            it.both() ? Status.AGREED : Status.PROPOSED,
            all,
            null,
            null,
            now.proposedAt);
      }
      case MatchDeclined _ -> now.in(Status.DECLINED);
      case MatchCancelled _ -> now.in(Status.CANCELLED);
      case MatchLapsed _ -> now.in(Status.LAPSED);
      case MatchGivenBack _ -> now.in(Status.GIVEN_BACK);
      case ServiceDelivered it ->
          new Match(
              now.proposed,
              Status.DELIVERED,
              now.agreed,
              new Span(it.began(), it.ended()),
              null,
              now.proposedAt);
      case DeliveryConfirmed it ->
          new Match(
              now.proposed, Status.CONFIRMED, now.agreed, now.done, it.minutes(), now.proposedAt);
      default -> now;
    };
  }

  private Match in(Status next) {
    return new Match(proposed, next, agreed, done, minutes, proposedAt);
  }
}
