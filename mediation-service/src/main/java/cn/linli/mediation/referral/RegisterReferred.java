package cn.linli.mediation.referral;

import cn.linli.events.Recorded;
import cn.linli.events.mediation.ClaimMade;
import cn.linli.events.mediation.DisputeEvent.DisputeDeclined;
import cn.linli.events.mediation.DisputeEvent.ReferralRegistered;
import cn.linli.events.mediation.DisputeSource;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.mediation.PartyNamed;
import cn.linli.events.mediation.PartyRole;
import cn.linli.events.mediation.PartyType;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.ReferralEvent.PetitionReferredToMediation;
import cn.linli.events.petition.ReferralOrigin;
import cn.linli.mediation.casework.DisputeStream;
import cn.linli.mediation.casework.FactsBook;
import cn.linli.mediation.casework.Sealed;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.DisputeCommand;
import cn.linli.mediation.domain.DisputeRules;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.reaction.Effect;
import cn.linli.platform.reaction.Reaction;
import cn.linli.platform.reaction.ReactionLog;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * 访调对接: a request that is referred becomes a dispute, or is declined with a code. Both sides agreed
 * before it was referred (domain rules §4.2), so nobody is asked again. Names do not travel: {@link
 * ContactsFetching} gets them.
 */
final class RegisterReferred implements Reaction<PetitionEvent> {

  /** Streams {@code x:referral:<referral>}. */
  static final ReactionLog<MediationEvent> NOTES =
      new ReactionLog<>("x:referral", MediationEvent.class);

  /** The first day referrals could be made. */
  private static final Instant SINCE = Instant.parse("2026-11-22T00:00:00Z");

  private static final String PURPOSE = "dispute-of-referral";

  private final FactsBook facts;
  private final Vault vault;
  private final KeyedHash hash;

  RegisterReferred(FactsBook facts, Vault vault, KeyedHash hash) {
    this.facts = facts;
    this.vault = vault;
    this.hash = hash;
  }

  @Override
  public String policy() {
    return "register-referred";
  }

  @Override
  public Instant appliesSince() {
    return SINCE;
  }

  @Override
  public Optional<Effect> react(Recorded<PetitionEvent> event) {
    return event.event() instanceof PetitionReferredToMediation referred
        ? Optional.of(effect(event, referred))
        : Optional.empty();
  }

  /** The dispute that comes of a referral. */
  static StreamId dispute(KeyedHash hash, String referral) {
    return DisputeStream.of(hash.of(PURPOSE, referral));
  }

  private Effect effect(Recorded<PetitionEvent> event, PetitionReferredToMediation referred) {
    StreamId log = NOTES.stream(referred.referral());
    StreamId stream = dispute(hash, referred.referral());
    var origin = origin(event, referred);
    var words = new Words(vault.sealing(stream, event.id()));
    DisputeCommand register = register(stream, origin, referred, words);
    return new Effect(
        List.of(log, stream),
        words.documents(),
        streams -> decide(register, referred, origin, streams, log, stream));
  }

  private Verdict decide(
      DisputeCommand register,
      PetitionReferredToMediation referred,
      ReferralOrigin origin,
      Command.Streams streams,
      StreamId log,
      StreamId stream) {
    boolean administrative =
        referred.facets().kind() == Kind.ACCUSATION
            || KindOfCategory.isAdministrative(referred.facets().category());
    if (administrative) {
      return new Verdict.Refuse(Refusal.of("administrative-dispute"));
    }
    var decision =
        DisputeRules.decide(
            register, streams.state(stream, Dispute.class), facts.at(streams.at(), Actor.POLICY));
    return switch (decision) {
      case Decision.Refused<MediationEvent>(var refusal) -> new Verdict.Refuse(refusal);
      case Decision.Accepted<MediationEvent>(var events) ->
          new Verdict.Accept(
              List.of(
                  new Change(log, List.of(new ReferralRegistered(origin, stream.key()))),
                  new Change(stream, events)));
    };
  }

  private static DisputeCommand register(
      StreamId stream, ReferralOrigin origin, PetitionReferredToMediation referred, Words words) {
    List<PartyNamed> parties =
        IntStream.rangeClosed(1, referred.parties())
            .mapToObj(number -> party(number, words))
            .toList();
    var claim =
        new ClaimMade(
            "c1",
            "p1",
            parties.stream().skip(1).map(PartyNamed::no).toList(),
            words.seal(null, new Sealed.Asked("见所转诉求", null)),
            null);
    return new DisputeCommand.Register(
        stream.key(),
        KindOfCategory.of(referred.facets().category()),
        DisputeSource.PETITION,
        referred.division(),
        words.seal(null, new Sealed.Content("诉求转调解", "见诉求 " + origin.petition())),
        parties,
        List.of(claim),
        List.of(),
        null,
        false,
        false,
        origin);
  }

  private static PartyNamed party(int number, Words words) {
    return new PartyNamed(
        "p" + number,
        number == 1 ? PartyRole.APPLICANT : PartyRole.RESPONDENT,
        PartyType.PERSON,
        words.seal(null, new Sealed.Person("", null, null)),
        null,
        false,
        false,
        true);
  }

  @Override
  public Effect decline(Recorded<PetitionEvent> event, Refusal why) {
    var referred = (PetitionReferredToMediation) event.event();
    return NOTES.note(
        referred.referral(), new DisputeDeclined(origin(event, referred), why.code()));
  }

  private static ReferralOrigin origin(
      Recorded<PetitionEvent> event, PetitionReferredToMediation referred) {
    return new ReferralOrigin(StreamId.parse(event.stream()).key(), referred.referral());
  }
}
