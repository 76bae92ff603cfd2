package cn.linli.mediation.domain;

import cn.linli.events.mediation.PaceEvent;
import cn.linli.events.mediation.PaceEvent.*;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long the mediation may take. Only acceptance, a court's receipt and the parties' consent set
 * it; talks, offers and comments never do.
 *
 * @param from the instant days are counted from
 * @param mediateBy the last instant in time
 * @param remindAt when the mediators are reminded
 * @param courtRef the court and its case; null where no court sent it
 * @param reminded they were
 * @param asks how often more time was asked for
 * @param asked what the parties are still to answer
 * @param extensions how often they all agreed
 * @param provisional counted over days that no published calendar covers
 */
public record Limit(
    Basis basis,
    Instant from,
    Instant mediateBy,
    Instant remindAt,
    @Nullable String courtRef,
    boolean reminded,
    int asks,
    @Nullable Asked asked,
    int extensions,
    boolean provisional) {

  /** Consent is asked for a few times, not for ever. */
  static final int ASKS_MAX = 10;

  /** More time that somebody asked for. */
  public record Asked(int number, Instant until, String reasonRef, List<String> given) {
    public Asked {
      given = List.copyOf(given);
    }
  }

  static @Nullable Limit after(PaceEvent event, @Nullable Limit now) {
    return switch (event) {
      case LimitStarted it ->
          new Limit(
              it.basis(),
              it.from(),
              it.mediateBy(),
              it.remindAt(),
              now == null ? null : now.courtRef(),
              false,
              0,
              null,
              0,
              it.provisional());
      case RemediesTold _, TermOver _ -> now;
      case PaceEvent other -> now == null ? null : now.after(other);
    };
  }

  private Limit after(PaceEvent event) {
    return switch (event) {
      case CourtReceiptSigned it ->
          new Limit(
              basis,
              from,
              mediateBy,
              remindAt,
              it.courtRef(),
              reminded,
              asks,
              asked,
              extensions,
              provisional);
      case LimitReminded _ -> with(mediateBy, remindAt, true, asks, asked, extensions);
      case LongerAsked it ->
          with(
              mediateBy,
              remindAt,
              reminded,
              it.number(),
              new Asked(it.number(), it.until(), it.reasonRef(), List.of()),
              extensions);
      case LongerAnswered it ->
          asked == null
              ? this
              : with(
                  mediateBy,
                  remindAt,
                  reminded,
                  asks,
                  it.given()
                      ? new Asked(
                          asked.number(),
                          asked.until(),
                          asked.reasonRef(),
                          Answers.changed(asked.given(), it.party(), true))
                      : null,
                  extensions);
      case LimitExtended it ->
          with(it.mediateBy(), it.remindAt(), false, asks, null, extensions + 1);
      case LimitStarted _, RemediesTold _, TermOver _ -> this;
    };
  }

  private Limit with(
      Instant newMediateBy,
      Instant newRemindAt,
      boolean nowReminded,
      int nowAsks,
      @Nullable Asked nowAsked,
      int nowExtensions) {
    return new Limit(
        basis,
        from,
        newMediateBy,
        newRemindAt,
        courtRef,
        nowReminded,
        nowAsks,
        nowAsked,
        nowExtensions,
        provisional);
  }
}
