package cn.linli.timebank.choreography;

import cn.linli.events.Recorded;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.ReferralEvent.PetitionOfferedToVolunteers;
import cn.linli.events.petition.ReferralOrigin;
import cn.linli.events.timebank.ActivityPlan;
import cn.linli.events.timebank.ServiceEvent;
import cn.linli.events.timebank.ServiceEvent.ActivityDeclined;
import cn.linli.events.timebank.ServiceEvent.OfferTaken;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.Command.Streams;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.reaction.Effect;
import cn.linli.platform.reaction.Reaction;
import cn.linli.platform.reaction.ReactionLog;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.Vault;
import cn.linli.timebank.activities.ActivityCases;
import cn.linli.timebank.casework.Schemes;
import cn.linli.timebank.domain.Actor;
import cn.linli.timebank.domain.activities.Activity;
import cn.linli.timebank.domain.activities.ActivityCommand;
import cn.linli.timebank.domain.activities.ActivityRules;
import cn.linli.timebank.volunteering.Verdicts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request that is offered to volunteers becomes an activity of its community, or is declined with
 * a code. What the request says stays with it: volunteers ask the organiser, who has it in hand.
 */
final class PublishOffered implements Reaction<PetitionEvent> {

  /**
   * Streams {@code x:offer:<referral>}: what became of a request that was offered. One that became
   * no activity still ends in one commit.
   */
  static final ReactionLog<ServiceEvent> NOTES = new ReactionLog<>("x:offer", ServiceEvent.class);

  /** The first day offers could be made. */
  private static final Instant SINCE = Instant.parse("2026-11-22T00:00:00Z");

  private static final String PURPOSE = "activity-of-offer";

  /** An offer names no time: volunteers choose one within so long. Project decision. */
  private static final Duration WINDOW = Duration.ofDays(7);

  private static final int COMMUNITY_DIGITS = 12;

  private final Vault vault;
  private final KeyedHash hash;
  private final Schemes schemes;

  PublishOffered(Vault vault, KeyedHash hash, Schemes schemes) {
    this.vault = vault;
    this.hash = hash;
    this.schemes = schemes;
  }

  @Override
  public String policy() {
    return "publish-offered";
  }

  @Override
  public Instant appliesSince() {
    return SINCE;
  }

  @Override
  public Optional<Effect> react(Recorded<PetitionEvent> event) {
    return event.event() instanceof PetitionOfferedToVolunteers offered
        ? Optional.of(effect(event, offered))
        : Optional.empty();
  }

  private Effect effect(Recorded<PetitionEvent> event, PetitionOfferedToVolunteers offered) {
    StreamId log = NOTES.stream(offered.referral());
    StreamId stream = ActivityCases.stream(hash.of(PURPOSE, offered.referral()));
    var words = new Words(vault.sealing(stream, event.id()));
    String title = words.seal("诉求转志愿服务");
    return new Effect(
        List.of(log, stream),
        words.documents(),
        streams -> decide(origin(event, offered), offered, title, streams, log, stream));
  }

  private Verdict decide(
      ReferralOrigin origin,
      PetitionOfferedToVolunteers offered,
      String title,
      Streams streams,
      StreamId log,
      StreamId stream) {
    if (offered.division().length() < COMMUNITY_DIGITS) {
      return refuse("no-community");
    }
    if (offered.minutes() > schemes.in(offered.division()).sessionCap()) {
      return refuse("session-cap");
    }
    Instant now = streams.at();
    var plan =
        new ActivityPlan(
            title,
            offered.division(),
            offered.service(),
            now,
            now.plus(WINDOW),
            offered.needed(),
            offered.needed(),
            offered.minutes(),
            false,
            null,
            List.of(),
            true,
            List.of("petition"),
            null);
    Decision<ServiceEvent> decision =
        ActivityRules.decide(
            new ActivityCommand.Publish(stream.key(), plan, origin),
            streams.state(stream, Activity.class),
            Actor.POLICY,
            now);
    return Verdicts.of(
        stream,
        decision,
        _ ->
            new Verdict.Accept(
                List.of(new Change(log, List.of(new OfferTaken(origin, stream.key()))))));
  }

  private static Verdict refuse(String code) {
    return new Verdict.Refuse(Refusal.of(code));
  }

  @Override
  public Effect decline(Recorded<PetitionEvent> event, Refusal why) {
    var offered = (PetitionOfferedToVolunteers) event.event();
    return NOTES.note(offered.referral(), new ActivityDeclined(origin(event, offered), why.code()));
  }

  private static ReferralOrigin origin(
      Recorded<PetitionEvent> event, PetitionOfferedToVolunteers offered) {
    return new ReferralOrigin(StreamId.parse(event.stream()).key(), offered.referral());
  }
}
