package cn.linli.petition.referral;

import cn.linli.events.mediation.AgreementEvent.AgreementBreached;
import cn.linli.events.mediation.AgreementEvent.AgreementEffective;
import cn.linli.events.mediation.DisputeEvent.*;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.mediation.PaceEvent.LimitExtended;
import cn.linli.events.mediation.PaceEvent.LimitStarted;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.ReferralOrigin;
import cn.linli.events.timebank.ServiceEvent.*;
import cn.linli.events.timebank.TimebankEvent;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.domain.ReferralCommand.Broken;
import cn.linli.petition.domain.ReferralCommand.News;
import cn.linli.petition.domain.ReferralCommand.Returned;
import cn.linli.petition.domain.ReferralCommand.Settled;
import cn.linli.petition.domain.ReferralCommand.Taken;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an event of another service means for a request; empty where none lies behind it.
 *
 * @param petition the request's id
 * @param name of the event, in kebab-case
 */
record Heard(String petition, String name, News news) {

  static Optional<Heard> of(MediationEvent event) {
    return switch (event) {
      case DisputeRegistered it ->
          heard(
              it.origin(),
              "dispute-registered",
              referral -> new Taken(referral, it.dispute(), it.mediateBy()));
      case LimitStarted it ->
          heard(
              it.origin(),
              "limit-started",
              referral -> new Taken(referral, it.dispute(), it.mediateBy()));
      case LimitExtended it ->
          heard(
              it.origin(),
              "limit-extended",
              referral -> new Taken(referral, it.dispute(), it.mediateBy()));
      case DisputeDeclined it -> back(it.origin(), "dispute-declined", "declined");
      case DisputeRefused it -> back(it.origin(), "dispute-refused", "refused");
      case MediationFailed it -> back(it.origin(), "mediation-failed", "failed");
      case MediationWithdrawn it -> back(it.origin(), "mediation-withdrawn", "withdrawn");
      case AgreementEffective it ->
          heard(
              it.origin(),
              "agreement-effective",
              referral ->
                  new Settled(
                      referral,
                      it.dispute(),
                      it.partial() ? Outcome.PARTLY_SOLVED : Outcome.SOLVED));
      case AgreementBreached it ->
          heard(it.origin(), "agreement-breached", referral -> new Broken(referral, it.dispute()));
      default -> Optional.empty();
    };
  }

  static Optional<Heard> of(TimebankEvent event) {
    return switch (event) {
      case ActivityPublished it ->
          heard(
              it.origin(),
              "activity-published",
              referral -> new Taken(referral, it.activity(), it.endsAt()));
      case ActivityDeclined it -> back(it.origin(), "activity-declined", "declined");
      case ActivityCancelled it -> back(it.origin(), "activity-cancelled", "cancelled");
      case ServiceConfirmed it ->
          it.last()
              ? heard(
                  it.origin(),
                  "service-confirmed",
                  referral -> new Settled(referral, it.activity(), Outcome.SOLVED))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Heard> back(@Nullable ReferralOrigin origin, String name, String cause) {
    return heard(origin, name, referral -> new Returned(referral, cause));
  }

  /** What can't be an id of ours is no request of ours. */
  private static Optional<Heard> heard(
      @Nullable ReferralOrigin origin, String name, Function<String, News> news) {
    return Optional.ofNullable(origin)
        .filter(it -> PetitionStream.isId(it.petition()) && PetitionStream.isId(it.referral()))
        .map(it -> new Heard(it.petition(), name, news.apply(it.referral())));
  }
}
