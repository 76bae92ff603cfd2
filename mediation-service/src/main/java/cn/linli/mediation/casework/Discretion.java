package cn.linli.mediation.casework;

import cn.linli.events.EventName;
import cn.linli.events.mediation.AssessmentEvent;
import cn.linli.events.mediation.HearingEvent;
import cn.linli.events.mediation.HearingEvent.CaucusHeld;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.mediation.NoticeEvent;
import cn.linli.events.mediation.PaceEvent;
import cn.linli.events.mediation.PanelEvent.MediatorRefused;
import cn.linli.events.mediation.PanelEvent.MediatorsChosen;
import cn.linli.events.mediation.RiskEvent;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Bar;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Hearings.Caucus;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a dispute is told to whom among those who may read it. What was said stays with the sides
 * and their mediators; a talk with one side stays with that side and the panel (人民调解法 §15).
 */
public final class Discretion {

  /**
   * No thread tells that these happened: talks with one side, what mediators fear, whom one does
   * not trust.
   */
  public static final Set<String> UNTOLD =
      Stream.of(
              CaucusHeld.class,
              MediatorsChosen.class,
              MediatorRefused.class,
              RiskEvent.DangerNoted.class,
              RiskEvent.RiskGraded.class,
              RiskEvent.RiskAcknowledged.class,
              RiskEvent.RepeatNoted.class,
              RiskEvent.PoliceReported.class)
          .map(EventName::of)
          .collect(Collectors.toUnmodifiableSet());

  private Discretion() {}

  /** One of the sides, by their own token. */
  public static boolean isParty(Dispute dispute, Actor actor) {
    return dispute.parties().stream().anyMatch(actor::speaksFor);
  }

  /** A mediator of the case; where a panel sits, one of it or of the committee that has it. */
  public static boolean mediates(Dispute dispute, Actor actor) {
    return actor.handles(dispute) || Bar.sits(dispute, actor);
  }

  /** Sessions' records and offers: concessions are never for other offices (特邀调解规定 §22). */
  public static boolean hearsWhatWasSaid(Dispute dispute, Actor actor) {
    return mediates(dispute, actor) || isParty(dispute, actor);
  }

  /** That side, the panel's mediators, and who wrote it down. */
  public static boolean hearsCaucus(Dispute dispute, Actor actor, String party, String by) {
    boolean ofPanel = Bar.sits(dispute, actor);
    boolean ofSide =
        dispute.party(party).filter(it -> it.isPresent() && actor.speaksFor(it)).isPresent();
    return ofSide || !isParty(dispute, actor) && (ofPanel || Objects.equals(actor.ref(), by));
  }

  public static boolean hearsCaucus(Dispute dispute, Actor actor, Caucus caucus) {
    return hearsCaucus(dispute, actor, caucus.party(), caucus.by());
  }

  /** Whom a party trusts and whom it does not is for itself and for who mediates. */
  private static boolean trusts(Dispute dispute, Actor actor, String party) {
    return mediates(dispute, actor) || dispute.party(party).filter(actor::speaksFor).isPresent();
  }

  /** What the mediators fear is for them and for those who look after them, not for the sides. */
  public static boolean seesRisk(Dispute dispute, Actor actor) {
    return !isParty(dispute, actor);
  }

  /** Whether the history has a line for it. */
  public static boolean tells(MediationEvent event, Dispute dispute, Actor actor, String by) {
    return switch (event) {
      case CaucusHeld caucus -> hearsCaucus(dispute, actor, caucus.party(), by);
      case RiskEvent _ -> seesRisk(dispute, actor);
      case NoticeEvent _ -> !isParty(dispute, actor);
      case MediatorsChosen chosen -> trusts(dispute, actor, chosen.party());
      case MediatorRefused refused -> trusts(dispute, actor, refused.party());
      default -> true;
    };
  }

  /** Whether the history opens its words for somebody who is no party. */
  public static boolean opens(MediationEvent event, Dispute dispute, Actor actor) {
    return switch (event) {
      case HearingEvent _, AssessmentEvent _, PaceEvent _ -> mediates(dispute, actor);
      default -> true;
    };
  }
}
