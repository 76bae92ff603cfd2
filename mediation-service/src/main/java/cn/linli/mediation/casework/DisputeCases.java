package cn.linli.mediation.casework;

import cn.linli.events.mediation.MediationEvent;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Contacts;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Evolution;
import cn.linli.mediation.domain.Filing;
import cn.linli.mediation.domain.Panel;
import cn.linli.mediation.domain.Party;
import cn.linli.mediation.domain.Risk;
import cn.linli.mediation.domain.Telling;
import cn.linli.mediation.domain.Timers;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.notice.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** The border between the rules of a dispute and the store. */
public final class DisputeCases extends PlainKind<Dispute, MediationEvent> {

  private static final int SCHEMA = 5;

  private final FactsBook facts;

  public DisputeCases(FactsBook facts) {
    super(DisputeStream.KIND, SCHEMA, Dispute.class, MediationEvent.class, Dispute.NONE);
    this.facts = facts;
  }

  @Override
  public Dispute evolve(Dispute state, MediationEvent event, Instant at, String by) {
    return Evolution.evolve(state, event, at, by);
  }

  @Override
  public @Nullable Instant due(Dispute state) {
    return Timers.due(state);
  }

  @Override
  public Decision<MediationEvent> fallDue(Dispute state, Instant at) {
    return Timers.fallDue(state, facts.at(at, Actor.CLOCK));
  }

  @Override
  public String division(Dispute state) {
    return state.filed().division();
  }

  @Override
  public void index(Dispute state, Document into) {
    Filing filing = state.filed();
    into.append(ListFields.RECEIVED, Date.from(filing.receivedAt()))
        .append(ListFields.DIVISION, filing.division())
        .append(ListFields.PLACES, places(state))
        .append(ListFields.STATUS, state.status().wire())
        .append(ListFields.LEVEL, state.level().wire())
        .append(ListFields.DISPUTE_KIND, filing.kind().wire())
        .append(ListFields.MINE, mine(state));
    Instant due = Timers.due(state);
    if (due != null) {
      into.append(ListFields.DUE, Date.from(due));
    }
    Telling.notices(state)
        .next()
        .map(Notice::nextAt)
        .ifPresent(at -> into.append(ListFields.NOTICE_AT, Date.from(at)));
    if (Contacts.areAwaited(state)) {
      into.append(ListFields.CONTACTS, Date.from(filing.receivedAt()));
    }
    if (filing.sketch() != null) {
      into.append(ListFields.SKETCH, new Binary(Base64.getDecoder().decode(filing.sketch())));
    }
  }

  /** Where it is found, and where it is found among what is raised while mediation goes on. */
  private static List<String> places(Dispute state) {
    List<String> places = ListFields.places(state.filed().division());
    Risk risk = state.proceedings().risk();
    return risk == null || risk.raisedAt() == null || !state.isOpen()
        ? places
        : Stream.concat(places.stream(), places.stream().map(ListFields::raised)).toList();
  }

  /**
   * Whose list it is on: its filer's and its parties' for ever; that of whoever has it, under a
   * name of its own while something is to be done.
   */
  private static List<String> mine(Dispute state) {
    var mine = new ArrayList<String>();
    mine.add(state.filed().by());
    for (Party party : state.parties()) {
      if (party.speaker() != null) {
        mine.add(party.speaker());
      }
      if (party.organisation() != null) {
        mine.add(party.organisation());
      }
    }
    state.parties().stream()
        .flatMap(party -> party.marks().stream())
        .map(ListFields::person)
        .forEach(mine::add);
    if (state.status().isOwed()) {
      Panel.of(state).seats().stream()
          .flatMap(seat ->
              Stream.concat(
                  Stream.of(ListFields.seat(seat.mediator())),
                  Stream.ofNullable(seat.account()).map(ListFields::account)))
          .map(ListFields::open)
          .forEach(mine::add);
    }
    String workList = ListFields.workList(state.bench());
    mine.add(workList);
    if (state.status().isOwed()) {
      mine.add(ListFields.open(workList));
    }
    return mine.stream().distinct().toList();
  }
}
