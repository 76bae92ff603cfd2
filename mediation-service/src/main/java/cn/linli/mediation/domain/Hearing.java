package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.HearingEvent.*;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.mediation.domain.HearingCommand.*;
import cn.linli.platform.decide.Decision;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Talks with one side, offers, helpers, facts nobody disputes; sessions are {@link Sitting}'s. */
final class Hearing {

  private Hearing() {}

  static Hearings of(Dispute dispute) {
    return Objects.requireNonNullElse(dispute.proceedings().hearings(), Hearings.NONE);
  }

  /** What mediators do. */
  static Decision<MediationEvent> decide(HearingCommand command, Dispute dispute, Facts facts) {
    Optional<String> objection = Mediating.objection(dispute, facts);
    if (objection.isPresent()) {
      return refuse(objection.get());
    }
    return switch (command) {
      case Schedule ask -> Sitting.schedule(ask, dispute);
      case Reschedule ask -> Sitting.reschedule(ask, dispute);
      case NoticeAsMediator ask ->
          Bar.isOn(dispute, ask.mediator())
                  && !Bar.speaksFor(dispute, ask.mediator(), facts.actor())
              ? refuse("not-yourself")
              : Sitting.notice(ask.session(), ask.mediator(), dispute);
      case RecordSession ask -> Sitting.record(ask, dispute, facts);
      case ProposeHelper ask -> helper(ask.relation(), ask.nameRef(), List.of(), dispute);
      case HoldCaucus ask -> caucus(ask, dispute);
      case Propose ask -> offer(ask.offered(), null, dispute);
      case DraftUndisputedFacts ask -> draft(ask, dispute);
      case NoticeAsParty _, BringHelper _, AnswerHelper _, MakeOffer _, AnswerUndisputedFacts _ ->
          throw new IllegalStateException(command + " is an act of a party");
    };
  }

  /** What a party does. */
  static Decision<MediationEvent> ofParty(HearingCommand command, Party party, Dispute dispute) {
    if (dispute.status() != Status.MEDIATING) {
      return refuse(Mediating.notNow(dispute));
    }
    return switch (command) {
      case NoticeAsParty ask -> Sitting.notice(ask.session(), party.no(), dispute);
      case BringHelper ask -> helper(ask.relation(), ask.nameRef(), List.of(party.no()), dispute);
      case AnswerHelper ask -> answer(ask, party, dispute);
      case MakeOffer ask -> offer(ask.offered(), party.no(), dispute);
      case AnswerUndisputedFacts ask -> answer(ask, party, dispute);
      default -> throw new IllegalStateException(command + " is no act of a party");
    };
  }

  private static Decision<MediationEvent> helper(
      String relation, String nameRef, List<String> given, Dispute dispute) {
    int number = of(dispute).helpers().size() + 1;
    return number > Hearings.HELPERS_MAX
        ? refuse("too-many-helpers", "limit", Hearings.HELPERS_MAX)
        : accept(new HelperProposed(number, relation, nameRef, given));
  }

  private static Decision<MediationEvent> answer(AnswerHelper ask, Party party, Dispute dispute) {
    Optional<Helper> helper = of(dispute).helper(ask.helper());
    if (helper.isEmpty()) {
      return refuse("unknown-helper");
    }
    List<String> same = ask.given() ? helper.get().given() : helper.get().refused();
    return same.contains(party.no())
        ? refuse("already-answered")
        : accept(new HelperAnswered(ask.helper(), party.no(), ask.given()));
  }

  private static Decision<MediationEvent> caucus(HoldCaucus ask, Dispute dispute) {
    int number = of(dispute).caucuses().size() + 1;
    if (!dispute.isPresent(ask.party())) {
      return refuse(dispute.party(ask.party()).isPresent() ? "party-left" : "unknown-party");
    }
    return number > Hearings.CAUCUSES_MAX
        ? refuse("too-many-caucuses", "limit", Hearings.CAUCUSES_MAX)
        : accept(new CaucusHeld(number, ask.party(), ask.noteRef()));
  }

  private static Decision<MediationEvent> offer(
      Offered offered, @Nullable String by, Dispute dispute) {
    return offered.revises() == null
        ? first(offered, by, dispute)
        : again(offered, offered.revises(), by, dispute);
  }

  private static Decision<MediationEvent> first(
      Offered offered, @Nullable String by, Dispute dispute) {
    int number = of(dispute).offers().size() + 1;
    if (number > Hearings.OFFERS_MAX) {
      return refuse("too-many-offers", "limit", Hearings.OFFERS_MAX);
    }
    if (offered.replyTo() == null) {
      return accept(new OfferMade(number, 1, by, null, null, offered.contentRef()));
    }
    Offer answered = of(dispute).offer(offered.replyTo()).orElse(null);
    if (answered == null) {
      return refuse("unknown-offer");
    }
    return Objects.equals(answered.by(), by)
        ? refuse("own-offer")
        : accept(
            new OfferMade(
                number,
                1,
                by,
                answered.number(),
                answered.versions().size(),
                offered.contentRef()));
  }

  private static Decision<MediationEvent> again(
      Offered offered, int revises, @Nullable String by, Dispute dispute) {
    if (offered.replyTo() != null) {
      return refuse("reply-or-revise");
    }
    Offer before = of(dispute).offer(revises).orElse(null);
    if (before == null) {
      return refuse("unknown-offer");
    }
    if (!Objects.equals(before.by(), by)) {
      return refuse("not-your-offer");
    }
    int version = before.versions().size() + 1;
    return version > Hearings.VERSIONS_MAX
        ? refuse("too-many-versions", "limit", Hearings.VERSIONS_MAX)
        : accept(new OfferMade(revises, version, by, before.replyTo(), null, offered.contentRef()));
  }

  private static Decision<MediationEvent> draft(DraftUndisputedFacts ask, Dispute dispute) {
    UndisputedFacts before = of(dispute).facts();
    int version = before == null ? 1 : before.version() + 1;
    return version > Hearings.VERSIONS_MAX
        ? refuse("too-many-versions", "limit", Hearings.VERSIONS_MAX)
        : accept(new UndisputedFactsDrafted(version, ask.contentRef()));
  }

  private static Decision<MediationEvent> answer(
      AnswerUndisputedFacts ask, Party party, Dispute dispute) {
    UndisputedFacts text = of(dispute).facts();
    if (text == null) {
      return refuse("nothing-asked");
    }
    List<String> same = ask.given() ? text.given() : text.refused();
    return same.contains(party.no())
        ? refuse("already-answered")
        : accept(new UndisputedFactsAnswered(text.version(), party.no(), ask.given()));
  }
}
