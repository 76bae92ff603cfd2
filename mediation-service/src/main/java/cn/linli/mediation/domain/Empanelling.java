package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.mediation.PanelEvent.*;
import cn.linli.events.mediation.PanelSeat;
import cn.linli.events.mediation.SeatCause;
import cn.linli.mediation.domain.PanelCommand.*;
import cn.linli.mediation.domain.roster.Candidate;
import cn.linli.mediation.domain.roster.Eligibility;
import cn.linli.mediation.domain.roster.Matter;
import cn.linli.mediation.domain.roster.Seating;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who mediates (人民调解法 §19, §23): the committee appoints, the parties choose and refuse. Nobody sits
 * in a matter of their own, and nobody whom a party does not accept.
 */
final class Empanelling {

  /** Refusals of one party; more would be no choice but a way not to be mediated. */
  static final int REFUSALS_MAX = 50;

  private Empanelling() {}

  static Decision<MediationEvent> decide(PanelCommand command, Dispute dispute, Facts facts) {
    return switch (command) {
      case Choose _, RefuseMediator _ -> throw new IllegalStateException("an act of a party");
      case Appoint appoint -> appoint(appoint, dispute, facts);
      case Recuse recuse -> recuse(recuse, dispute, facts);
      case Replace replace -> replace(replace, dispute, facts);
    };
  }

  static Decision<MediationEvent> choose(Choose it, Party party, Dispute dispute) {
    return dispute.isOpen()
        ? accept(new MediatorsChosen(party.no(), it.mediators().stream().distinct().toList()))
        : refuse("already-ended");
  }

  static Decision<MediationEvent> refuseMediator(RefuseMediator it, Party party, Dispute dispute) {
    Panel panel = Panel.of(dispute);
    if (!dispute.isOpen()) {
      return refuse("already-ended");
    }
    Set<String> before = panel.refusedBy(party.no());
    if (before.contains(it.mediator())) {
      return refuse("already-refused");
    }
    if (before.size() >= REFUSALS_MAX) {
      return refuse("too-many-refusals", "limit", REFUSALS_MAX);
    }
    var events = new ArrayList<MediationEvent>();
    events.add(new MediatorRefused(party.no(), it.mediator(), it.reasonRef()));
    panel
        .seatOf(it.mediator())
        .ifPresent(seat ->
            events.add(
                new SeatVacated(
                    seat.seat(), it.mediator(), SeatCause.REFUSED_BY_PARTY, party.no(), null)));
    return accept(events);
  }

  private static Decision<MediationEvent> appoint(Appoint it, Dispute dispute, Facts facts) {
    Optional<Refusal> notNow = notNow(dispute, facts);
    if (notNow.isPresent()) {
      return refuse(notNow.get());
    }
    Matter matter = Panels.matter(dispute, null, Set.of());
    List<String> ids = it.people().stream().map(Candidate::id).toList();
    if (ids.stream().distinct().count() < ids.size()) {
      return refuse("mediator-twice");
    }
    for (Candidate candidate : it.people()) {
      Optional<Refusal> objection = Eligibility.objection(candidate, matter);
      if (objection.isPresent()) {
        return refuse(objection.get());
      }
    }
    List<String> wanted = wanted(it, matter);
    if (!wanted.isEmpty() && wanted.stream().noneMatch(ids::contains)) {
      return refuse("choice-passed-over", "mediators", wanted);
    }
    return switch (Seating.all(it.plan(), it.people())) {
      case Seating.Result.Refused(var why) -> refuse(why);
      case Seating.Result.Seated(var places) ->
          accept(new PanelAppointed(it.mechanism(), seats(places)));
    };
  }

  /** Mediators that every party would like and that may sit: one of them at least has to. */
  private static List<String> wanted(Appoint it, Matter matter) {
    return matter.chosenByAll().stream()
        .filter(id ->
            Stream.concat(it.people().stream(), it.chosen().stream())
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .filter(candidate -> Eligibility.objection(candidate, matter).isEmpty())
                .isPresent())
        .toList();
  }

  private static List<PanelSeat> seats(List<Seating.Place> places) {
    var seats = new ArrayList<PanelSeat>();
    for (Seating.Place place : places) {
      seats.add(seat(place.seat(), place.candidate(), seats.isEmpty()));
    }
    return seats;
  }

  private static PanelSeat seat(String code, Candidate candidate, boolean lead) {
    var mediator = candidate.mediator();
    return new PanelSeat(
        code, candidate.id(), mediator.filed().account(), lead, mediator.profile().volunteer());
  }

  /** Who sits says so; for who has no account, whoever handles the case writes it down. */
  private static Decision<MediationEvent> recuse(Recuse it, Dispute dispute, Facts facts) {
    if (!dispute.isOpen()) {
      return refuse("already-ended");
    }
    Optional<PanelSeat> seat = Panel.of(dispute).seatOf(it.mediator());
    if (seat.isEmpty()) {
      return refuse("not-on-the-panel");
    }
    boolean own = facts.actor().mark().equals(seat.get().account());
    if (!own && (seat.get().account() != null || !facts.actor().handles(dispute))) {
      return refuse("not-yourself");
    }
    return accept(
        new SeatVacated(seat.get().seat(), it.mediator(), SeatCause.RECUSED, null, it.reasonRef()));
  }

  private static Decision<MediationEvent> replace(Replace it, Dispute dispute, Facts facts) {
    Optional<Refusal> notNow = notNow(dispute, facts);
    if (notNow.isPresent()) {
      return refuse(notNow.get());
    }
    Panel panel = Panel.of(dispute);
    Optional<PanelSeat> seated = panel.seatOf(it.left());
    Optional<PanelSeat> seat =
        seated.or(() ->
            panel.vacant().stream().filter(each -> each.mediator().equals(it.left())).findFirst());
    if (seat.isEmpty()) {
      return refuse("not-on-the-panel");
    }
    if (panel.seatOf(it.by().id()).isPresent()) {
      return refuse("mediator-twice");
    }
    Matter matter = Panels.matter(dispute, null, Set.of());
    Optional<Refusal> objection = Eligibility.objection(it.by(), matter);
    if (objection.isPresent()) {
      return refuse(objection.get());
    }
    if (!it.plan().takes(seat.get().seat(), it.by().mediator())) {
      return refuse("seat-not-theirs", "seat", seat.get().seat());
    }
    var events = new ArrayList<MediationEvent>();
    seated.ifPresent(left ->
        events.add(new SeatVacated(left.seat(), left.mediator(), SeatCause.REPLACED, null, null)));
    events.add(new SeatFilled(it.left(), seat(seat.get().seat(), it.by(), seat.get().lead())));
    return accept(events);
  }

  private static Optional<Refusal> notNow(Dispute dispute, Facts facts) {
    if (!dispute.isOpen()) {
      return Optional.of(Refusal.of("already-ended"));
    }
    if (dispute.status() == Status.REGISTERED) {
      return Optional.of(Refusal.of("not-accepted-yet"));
    }
    return facts.actor().handles(dispute)
        ? Optional.empty()
        : Optional.of(Refusal.of("not-the-mediators"));
  }
}
