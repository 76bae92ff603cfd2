package cn.linli.mediation.domain;

import cn.linli.events.EventName;
import cn.linli.events.mediation.AgreementEvent;
import cn.linli.events.mediation.AssessmentEvent;
import cn.linli.events.mediation.Bench;
import cn.linli.events.mediation.CaseNumberEvent;
import cn.linli.events.mediation.CommitteeEvent;
import cn.linli.events.mediation.ContactEvent;
import cn.linli.events.mediation.DisputeEvent.*;
import cn.linli.events.mediation.DisputeFiling;
import cn.linli.events.mediation.DisputeOutcome;
import cn.linli.events.mediation.DossierEvent;
import cn.linli.events.mediation.HandOverEvent;
import cn.linli.events.mediation.HearingEvent;
import cn.linli.events.mediation.HearingEvent.CaucusHeld;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.mediation.MediatorEvent;
import cn.linli.events.mediation.NoticeEvent;
import cn.linli.events.mediation.PaceEvent;
import cn.linli.events.mediation.PaceEvent.RemediesTold;
import cn.linli.events.mediation.PanelEvent;
import cn.linli.events.mediation.PanelEvent.MediatorRefused;
import cn.linli.events.mediation.PanelEvent.MediatorsChosen;
import cn.linli.events.mediation.RiskEvent;
import cn.linli.mediation.domain.Dispute.Step;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an event makes of a dispute. */
public final class Evolution {

  private Evolution() {}

  /**
   * @param at the commit's instant
   * @param by who acted
   */
  public static Dispute evolve(Dispute dispute, MediationEvent event, Instant at, String by) {
    Dispute next = Telling.follow(apply(dispute, event, at, by), event, at);
    return tells(event) ? next.plus(new Step(at, EventName.of(event), bench(next))) : next;
  }

  /** What all these events make of it, as a decision sees it. */
  static Dispute all(Dispute dispute, List<? extends MediationEvent> events, Facts facts) {
    Dispute state = dispute;
    for (MediationEvent event : events) {
      state = evolve(state, event, facts.now(), facts.actor().ref());
    }
    return state;
  }

  private static Dispute apply(Dispute now, MediationEvent event, Instant at, String by) {
    return switch (event) {
      case DisputeRegistered registered -> registered(registered, at, by);
      case DisputeAccepted(var bench, var number, var consentBy) ->
          now.with(Status.CONSENTING)
              .with(now.conducted().accepted(bench, number, at, by))
              .with(now.proceedings().with(Waits.forParties(consentBy)));
      case DisputeTransferred(var to, var from, var reason, var acceptBy) ->
          now.with(Status.REGISTERED)
              .with(now.conducted().transferredTo(to))
              .with(
                  Pacing.transferred(now)
                      .with(Waits.forCommittee(acceptBy))
                      .with(Panel.of(now).dismissed()));
      case DisputeFellDue(var which, var limit, var giveUpAt) ->
          now.with(now.proceedings().with(giveUpAt == null ? null : Waits.inVain(giveUpAt)));
      case ConsentGiven(var party) -> now.changeParty(party, it -> it.consented(at));
      case PartyLeft(var party, var cause, var reason, var claims) ->
          now.changeParty(party, it -> it.leaving(cause, at))
              .withClaims(
                  now.claims().stream()
                      .map(it -> claims.contains(it.no()) ? it.with(Claim.Status.WITHDRAWN) : it)
                      .toList());
      case PartyInvited(var party, var codeMark) ->
          now.changeParty(party, it -> it.invited(codeMark));
      case PartyDescribed it ->
          now.changeParty(
              it.party(),
              party ->
                  party.described(
                      it.type(),
                      it.nameRef(),
                      it.organisation(),
                      it.represented(),
                      it.phoneMark()));
      case PartyJoined(var party) -> now.changeParty(party, it -> it.joinedBy(by));
      case MediationBegun _ ->
          now.with(Status.MEDIATING).with(now.proceedings().with((Waits) null));
      case DisputeRefused _ -> now.with(Status.REFUSED);
      case MediationFailed _ -> now.with(Status.FAILED);
      case MediationWithdrawn _ -> now.with(Status.WITHDRAWN);
      case DisputeConcluded concluded -> {
        Dispute ended = now.with(now.conducted().concluded(at, concluded.code()));
        yield concluded.outcome() == DisputeOutcome.AGREED ? Accorded.standing(ended) : ended;
      }
      case AgreementEvent agreement -> Accorded.apply(now, agreement, at, by);
      case ActRecorded(var party, var evidence, var attachments) ->
          now.with(now.filed().plus(attachments));
      case DisputeFilesAdded(var attachments) -> now.with(now.filed().plus(attachments));
      case DisputeErased _ -> now.with(now.filed().erased(at));
      case NoticeEvent notice -> Telling.after(notice, now, at);
      case ContactEvent contact -> Contacts.after(contact, now);
      case DossierEvent dossier -> Dossier.apply(now, dossier, at, by);
      case HandOverEvent handOver -> HandOvers.apply(now, handOver, at);
      case HearingEvent hearing ->
          now.with(now.proceedings().with(Hearing.of(now).after(hearing, at, by)));
      case AssessmentEvent assessment -> Assessing.after(assessment, now, at);
      case RemediesTold(var pathways, var note) ->
          now.with(now.proceedings().with(new EndNotice(pathways, at, note)));
      case PaceEvent pace ->
          now.with(now.proceedings().with(Limit.after(pace, now.proceedings().limit())));
      case RiskEvent risk -> now.with(now.proceedings().with(Risking.of(now).after(risk, at, by)));
      case PanelEvent panel -> Panels.apply(now, panel);
      case DisputeDeclined _,
          ReferralRegistered _,
          CaseNumberEvent _,
          CommitteeEvent _,
          MediatorEvent _ ->
          now; // on streams of their own
    };
  }

  private static Dispute registered(DisputeRegistered it, Instant at, String by) {
    DisputeFiling filing = Objects.requireNonNull(it.filing(), "a dispute without its filing");
    return Dispute.NONE
        .with(
            new Filing(
                it.dispute(),
                by,
                filing.kind(),
                filing.source(),
                filing.division(),
                filing.contentRef(),
                it.origin(),
                it.mediateBy(),
                filing.receivedAt(),
                filing.attachments(),
                filing.sketch(),
                null))
        .with(Conduct.proposed(filing.bench()))
        .withParties(filing.parties().stream().map(party -> Party.of(party, by, at)).toList())
        .withClaims(filing.claims().stream().map(Claim::of).toList())
        .with(Proceedings.NONE.with(Waits.forCommittee(filing.acceptBy())));
  }

  private static @Nullable Bench bench(Dispute dispute) {
    return dispute.exists() ? dispute.bench() : null;
  }

  /**
   * What parties are told as a step; words, files and counts are shown elsewhere. That one side was
   * talked to alone is nobody else's business, nor is what the mediators fear or whom a party does
   * not trust.
   */
  private static boolean tells(MediationEvent event) {
    return switch (event) {
      case ActRecorded _, DisputeFilesAdded _, DisputeConcluded _, DisputeErased _ -> false;
      case NoticeEvent _, ContactEvent _ -> false;
      case PartyInvited _, PartyDescribed _, CaucusHeld _, RiskEvent _ -> false;
      case MediatorsChosen _, MediatorRefused _ -> false;
      default -> true;
    };
  }
}
