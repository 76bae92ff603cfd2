package cn.linli.mediation.referral;

import cn.linli.events.Recorded;
import cn.linli.events.mediation.ContactEvent.ContactErasureDeclined;
import cn.linli.events.mediation.ContactEvent.ContactsErased;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.petition.ErasureEvent.PersonErased;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.mediation.casework.FactsBook;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.ContactCommand.EraseContacts;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.DisputeRules;
import cn.linli.platform.commit.Beside;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.reaction.Effect;
import cn.linli.platform.reaction.Reaction;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Names that were fetched for a dispute go when they go where they came from (个人信息保护法 §47; design
 * §5). What a mediator was told by a party stays: it was never a copy.
 */
final class ForgetContacts implements Reaction<PetitionEvent> {

  /** The first day names could be fetched. */
  private static final Instant SINCE = Instant.parse("2026-11-22T00:00:00Z");

  private final FactsBook facts;
  private final KeyedHash hash;

  ForgetContacts(FactsBook facts, KeyedHash hash) {
    this.facts = facts;
    this.hash = hash;
  }

  @Override
  public String policy() {
    return "forget-contacts";
  }

  @Override
  public Instant appliesSince() {
    return SINCE;
  }

  @Override
  public Optional<Effect> react(Recorded<PetitionEvent> event) {
    List<String> referrals = referrals(event);
    if (referrals.isEmpty()) {
      return Optional.empty();
    }
    var streams = new ArrayList<StreamId>();
    var besides = new ArrayList<Beside>();
    for (String referral : referrals) {
      StreamId dispute = RegisterReferred.dispute(hash, referral);
      streams.add(RegisterReferred.NOTES.stream(referral));
      streams.add(dispute);
      besides.add(Vault.erasure(dispute, ContactsFetching.copies(hash, referral)));
    }
    return Optional.of(
        new Effect(streams, besides, List.of(), touched -> decide(referrals, touched)));
  }

  private static List<String> referrals(Recorded<PetitionEvent> event) {
    return event.event() instanceof PersonErased erased
        ? Objects.requireNonNullElse(erased.referrals(), List.of())
        : List.of();
  }

  /** A referral that became no dispute has nothing to forget, and says so. */
  private Verdict decide(List<String> referrals, Command.Streams streams) {
    var changes = new ArrayList<Change>();
    for (String referral : referrals) {
      StreamId stream = RegisterReferred.dispute(hash, referral);
      Dispute dispute = streams.state(stream, Dispute.class);
      List<MediationEvent> events =
          dispute.exists()
              ? erased(referral, dispute, streams.at())
              : List.of(new ContactsErased(referral, List.of()));
      changes.add(new Change(RegisterReferred.NOTES.stream(referral), events));
      if (dispute.exists()) {
        changes.add(new Change(stream, events));
      }
    }
    return new Verdict.Accept(changes);
  }

  private List<MediationEvent> erased(String referral, Dispute dispute, Instant at) {
    var decision =
        DisputeRules.decide(new EraseContacts(referral), dispute, facts.at(at, Actor.POLICY));
    return switch (decision) {
      case Decision.Accepted<MediationEvent>(var events) -> events;
      case Decision.Refused<MediationEvent>(var refusal) ->
          List.of(new ContactErasureDeclined(referral, refusal.code()));
    };
  }

  @Override
  public Effect decline(Recorded<PetitionEvent> event, Refusal why) {
    String referral = referrals(event).getFirst();
    return RegisterReferred.NOTES.note(referral, new ContactErasureDeclined(referral, why.code()));
  }
}
