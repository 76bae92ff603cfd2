package cn.linli.petition.domain;

import cn.linli.events.WireName;
import cn.linli.events.petition.Deadlines;
import cn.linli.events.petition.ReferralEvent;
import cn.linli.events.petition.ReferralEvent.*;
import cn.linli.events.petition.ReferralWay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The latest referral of a request.
 *
 * @param times how many there were
 * @param round in which it was made; a settled one is broken only in its own round
 * @param counterpart id of the dispute or activity; null until the other side has it
 * @param until silence until then brings the request back
 * @param movedDue whether the limit of the answer followed that of the mediation
 * @param before the limits when it was made
 * @param partiesRef names of the sides; null for volunteers
 * @param earlier what was sent to mediators before it, oldest first
 */
public record Referral(
    String id,
    ReferralWay way,
    int times,
    int round,
    Instant madeAt,
    State state,
    @Nullable String counterpart,
    Instant until,
    boolean movedDue,
    Deadlines before,
    @Nullable String partiesRef,
    List<Sent> earlier) {

  /** To mediators, who may have fetched the names: told when those are erased. */
  public record Sent(String id, String partiesRef) {}

  public Referral {
    earlier = List.copyOf(earlier);
  }

  /** How far it is. */
  public enum State implements WireName {
    /** Nobody has taken it yet. */
    OFFERED,
    TAKEN,
    SETTLED,
    RETURNED,
    BROKEN,
    /** The request ended without it. */
    DROPPED;

    /** The other side has to say something. */
    boolean waits() {
      return this == OFFERED || this == TAKEN;
    }
  }

  /** Where a request is while somebody else has it. */
  static Status status(ReferralWay way) {
    return switch (way) {
      case MEDIATION -> Status.MEDIATING;
      case VOLUNTEERS -> Status.VOLUNTEERING;
    };
  }

  static Petition after(ReferralEvent event, Petition now, Instant at) {
    Referral latest = now.proceedings().referral();
    return switch (event) {
      case PetitionReferredToMediation it ->
          away(
              now,
              it.deadlines(),
              new Referral(
                  it.referral(),
                  ReferralWay.MEDIATION,
                  timesBefore(latest) + 1,
                  now.round().number(),
                  at,
                  State.OFFERED,
                  null,
                  it.takeBy(),
                  it.movesDue(),
                  now.time().deadlines(),
                  it.partiesRef(),
                  sentBy(latest)));
      case PetitionOfferedToVolunteers it ->
          away(
              now,
              it.deadlines(),
              new Referral(
                  it.referral(),
                  ReferralWay.VOLUNTEERS,
                  timesBefore(latest) + 1,
                  now.round().number(),
                  at,
                  State.OFFERED,
                  null,
                  it.takeBy(),
                  false,
                  now.time().deadlines(),
                  null,
                  sentBy(latest)));
      case ReferralTaken it -> with(now, current(latest).taken(it.counterpart(), it.until()));
      case ReferralReturned it ->
          with(now, current(latest).in(State.RETURNED))
              .with(Status.HANDLING)
              .with(now.time().with(it.deadlines()));
      case ReferralSettled _ -> with(now, current(latest).in(State.SETTLED));
      case ReferralBroken _ -> with(now, current(latest).in(State.BROKEN));
    };
  }

  /** Whether the limit in force is one that followed a mediation: on-time figures list it apart. */
  static boolean limitFollowsMediation(Petition petition) {
    Referral latest = petition.proceedings().referral();
    return latest != null
        && latest.movedDue()
        && latest.round() == petition.round().number()
        && !Objects.equals(latest.before().answerBy(), petition.time().deadlines().answerBy());
  }

  static int timesBefore(@Nullable Referral latest) {
    return latest == null ? 0 : latest.times();
  }

  /** All that went to mediators, with the latest. */
  static List<Sent> sentBy(@Nullable Referral latest) {
    if (latest == null) {
      return List.of();
    }
    var sent = new ArrayList<>(latest.earlier());
    if (latest.partiesRef() != null) {
      sent.add(new Sent(latest.id(), latest.partiesRef()));
    }
    return sent;
  }

  /** Whether a dispute came of it, under way or settled: for its mediators alone are the names. */
  public boolean isWith(String dispute) {
    return way == ReferralWay.MEDIATION
        && (state == State.TAKEN || state == State.SETTLED)
        && dispute.equals(counterpart);
  }

  private static Petition away(Petition now, Deadlines deadlines, Referral referral) {
    return with(now, referral).with(status(referral.way())).with(now.time().with(deadlines));
  }

  private static Petition with(Petition now, Referral referral) {
    return now.with(now.proceedings().with(referral));
  }

  private static Referral current(@Nullable Referral latest) {
    return Objects.requireNonNull(latest, "news without a referral");
  }

  Referral in(State newState) {
    return copy(newState, counterpart, until);
  }

  private Referral taken(String by, Instant silence) {
    return copy(State.TAKEN, by, silence);
  }

  private Referral copy(State newState, @Nullable String newCounterpart, Instant newUntil) {
    return new Referral(
        id,
        way,
        times,
        round,
        madeAt,
        newState,
        newCounterpart,
        newUntil,
        movedDue,
        before,
        partiesRef,
        earlier);
  }
}
