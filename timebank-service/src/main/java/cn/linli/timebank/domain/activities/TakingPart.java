package cn.linli.timebank.domain.activities;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.timebank.ActivityPlan;
import cn.linli.events.timebank.ServiceEvent;
import cn.linli.events.timebank.ServiceEvent.SignUpWithdrawn;
import cn.linli.events.timebank.ServiceEvent.SignedUp;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.timebank.domain.Actor;
import cn.linli.timebank.domain.ServiceCode;
import cn.linli.timebank.domain.Volunteer;
import cn.linli.timebank.domain.activities.ActivityCommand.SignUp;
import cn.linli.timebank.domain.activities.ActivityCommand.Withdraw;
import cn.linli.timebank.domain.activities.Attendance.Standing;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signing up and leaving: nobody is sent (志愿服务条例 §25), everybody only does what suits age and
 * ability (§15, §17).
 */
final class TakingPart {

  private TakingPart() {}

  static Decision<ServiceEvent> signUp(SignUp it, Activity activity, Actor actor, Instant now) {
    Volunteer who = it.who();
    Optional<Refusal> objection =
        speaks(who, it.recorded(), activity, actor)
            .or(() -> over(activity, now))
            .or(() -> twice(activity.of(who.account()).orElse(null)))
            .or(() -> unfit(it, activity.plan()));
    if (objection.isPresent()) {
      return refuse(objection.get());
    }
    if (activity.attendances().size() >= Activity.SIGN_UPS_MAX) {
      return refuse("too-many-sign-ups", "limit", Activity.SIGN_UPS_MAX);
    }
    boolean waiting = activity.placesTaken() >= activity.plan().places();
    return accept(new SignedUp(activity.filed().id(), who.account(), waiting, who.minor()));
  }

  static Decision<ServiceEvent> withdraw(Withdraw it, Activity activity, Actor actor) {
    Volunteer who = it.who();
    Optional<Refusal> objection = speaks(who, it.recorded(), activity, actor);
    if (objection.isPresent()) {
      return refuse(objection.get());
    }
    Attendance there = activity.of(who.account()).orElse(null);
    if (there == null
        || there.standing() != Standing.SIGNED && there.standing() != Standing.WAITING) {
      return refuse("not-signed-up");
    }
    return there.inSince() != null || !there.spans().isEmpty()
        ? refuse("was-there")
        : ActivityRules.withMoves(
            activity,
            new SignUpWithdrawn(activity.filed().id(), who.account()),
            there.standing() == Standing.SIGNED);
  }

  /** The volunteer, or an organiser with evidence of their wish. */
  private static Optional<Refusal> speaks(
      Volunteer who, boolean recorded, Activity activity, Actor actor) {
    if (who.isActor(actor) || recorded && activity.isOrganiser(actor)) {
      return Optional.empty();
    }
    return ActivityRules.no("not-yourself");
  }

  private static Optional<Refusal> over(Activity activity, Instant now) {
    return now.isBefore(activity.plan().endsAt())
        ? Optional.empty()
        : ActivityRules.no("activity-over");
  }

  private static Optional<Refusal> twice(@Nullable Attendance there) {
    return there == null || there.standing() == Standing.WITHDRAWN
        ? Optional.empty()
        : ActivityRules.no("already-signed-up");
  }

  private static Optional<Refusal> unfit(SignUp it, ActivityPlan plan) {
    Volunteer who = it.who();
    if (!who.person()) {
      return ActivityRules.no("not-a-person");
    }
    if (!who.open()) {
      return ActivityRules.no("account-not-open");
    }
    if (plan.team() != null && !it.member()) {
      return ActivityRules.no("not-a-member");
    }
    Optional<ServiceCode> service = ServiceCode.of(plan.service());
    boolean risk = plan.risk() || service.filter(ServiceCode::risk).isPresent();
    boolean visit = service.filter(ServiceCode::inHomes).isPresent();
    if (who.minor() && (risk || visit && !it.minorVisits())) {
      return ActivityRules.no("not-for-minors");
    }
    if (who.minor() && !who.guardian() && !it.consent()) {
      return ActivityRules.no("guardian-consent-missing");
    }
    if (risk && !who.insured()) {
      return ActivityRules.no("insurance-missing");
    }
    String skill =
        plan.skill() == null ? service.map(ServiceCode::skill).orElse(null) : plan.skill();
    return skill == null || who.skills().contains(skill)
        ? Optional.empty()
        : Optional.of(Refusal.of("skill-missing", "skill", skill));
  }
}
