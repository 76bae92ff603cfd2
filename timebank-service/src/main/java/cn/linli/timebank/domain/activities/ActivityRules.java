package cn.linli.timebank.domain.activities;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.timebank.ActivityPlan;
import cn.linli.events.timebank.ServiceEvent;
import cn.linli.events.timebank.ServiceEvent.*;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.timebank.domain.Actor;
import cn.linli.timebank.domain.ServiceCode;
import cn.linli.timebank.domain.activities.Activity.Status;
import cn.linli.timebank.domain.activities.ActivityCommand.*;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may be done with an activity, and by whom (志愿服务条例 §11–25, domain rules §6.2). */
public final class ActivityRules {

  /** What began is published at most so long afterwards; its times need evidence. */
  static final Duration BACK_ENTRY = Duration.ofDays(7);

  static final Duration AHEAD_MAX = Duration.ofDays(366);

  static final Duration LENGTH_MAX = Duration.ofDays(31);

  static final int HEADS_MAX = 10_000;

  private ActivityRules() {}

  public static Decision<ServiceEvent> decide(
      ActivityCommand command, Activity activity, Actor actor, Instant now) {
    if (command instanceof Publish publish) {
      return publish(publish, activity, now);
    }
    if (!activity.exists()) {
      return refuse("not-found");
    }
    if (command instanceof Confirm confirm) {
      return Confirming.decide(confirm, activity, actor);
    }
    if (activity.status() != Status.OPEN) {
      return refuse("activity-over");
    }
    return switch (command) {
      case Publish _, Confirm _ -> throw new IllegalStateException("decided above");
      case SignUp it -> TakingPart.signUp(it, activity, actor, now);
      case Withdraw it -> TakingPart.withdraw(it, activity, actor);
      case Check it -> Checking.decide(it, activity, actor, now);
      case NoShow it -> noShow(it, activity, actor, now);
      case CountHeads(int heads) ->
          organised(activity, actor, new HeadsServed(activity.filed().id(), heads));
      case Cancel(String code) ->
          organised(
              activity,
              actor,
              new ActivityCancelled(activity.filed().id(), activity.filed().origin(), code));
    };
  }

  private static Decision<ServiceEvent> publish(Publish it, Activity activity, Instant now) {
    if (activity.exists()) {
      return refuse("activity-known");
    }
    return objection(it.plan(), now)
        .<Decision<ServiceEvent>>map(Decision::refuse)
        .orElseGet(() ->
            accept(new ActivityPublished(it.id(), it.origin(), it.plan().endsAt(), it.plan())));
  }

  /** What is wrong with a plan. */
  public static Optional<Refusal> objection(ActivityPlan plan, Instant now) {
    if (ServiceCode.of(plan.service()).isEmpty()) {
      return no("unknown-service");
    }
    if (!plan.endsAt().isAfter(plan.startsAt())
        || Duration.between(plan.startsAt(), plan.endsAt()).compareTo(LENGTH_MAX) > 0) {
      return no("activity-times");
    }
    if (plan.startsAt().isBefore(now.minus(BACK_ENTRY))
        || plan.startsAt().isAfter(now.plus(AHEAD_MAX))) {
      return no("activity-times");
    }
    if (plan.needed() > plan.places()) {
      return no("more-needed-than-places");
    }
    return plan.places() > Activity.PLACES_MAX
        ? Optional.of(Refusal.of("too-many-places", "limit", Activity.PLACES_MAX))
        : Optional.empty();
  }

  private static Decision<ServiceEvent> noShow(
      NoShow it, Activity activity, Actor actor, Instant now) {
    if (!activity.isOrganiser(actor)) {
      return refuse("not-the-organiser");
    }
    if (now.isBefore(activity.plan().startsAt())) {
      return refuse("activity-not-begun");
    }
    Attendance there = activity.of(it.account()).orElse(null);
    if (there == null || there.standing() != Attendance.Standing.SIGNED) {
      return refuse("not-signed-up");
    }
    return there.spans().isEmpty() && there.inSince() == null
        ? accept(new Missed(activity.filed().id(), it.account()))
        : refuse("was-there");
  }

  private static Decision<ServiceEvent> organised(
      Activity activity, Actor actor, ServiceEvent event) {
    return activity.isOrganiser(actor) ? accept(event) : refuse("not-the-organiser");
  }

  /** What follows from time alone. */
  public static Decision<ServiceEvent> fallDue(Activity activity) {
    String id = activity.filed().id();
    if (activity.filed().origin() != null && activity.confirmed() < activity.plan().needed()) {
      return accept(new ActivityCancelled(id, activity.filed().origin(), "needed-not-reached"));
    }
    return accept(
        new ActivityClosed(id, activity.confirmed(), activity.minutes(), activity.heads()));
  }

  /** The events, and who moves up because of them. */
  static Decision<ServiceEvent> withMoves(Activity activity, ServiceEvent event, boolean freed) {
    List<ServiceEvent> events = new ArrayList<>();
    events.add(event);
    if (freed) {
      activity
          .next()
          .map(it -> new MovedUp(activity.filed().id(), it.account()))
          .ifPresent(events::add);
    }
    return accept(events);
  }

  static Optional<Refusal> no(String code) {
    return Optional.of(Refusal.of(code));
  }
}
