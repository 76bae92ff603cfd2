package cn.linli.gateway.views.figures;

import cn.linli.events.Stamp;
import cn.linli.events.mediation.AgreementEvent.AgreementConfirmed;
import cn.linli.events.mediation.AgreementEvent.ObligationFellDue;
import cn.linli.events.mediation.AgreementEvent.ObligationPerformed;
import cn.linli.events.mediation.AgreementForm;
import cn.linli.events.mediation.Bench;
import cn.linli.events.mediation.DisputeEvent.DisputeConcluded;
import cn.linli.events.mediation.DisputeEvent.DisputeRegistered;
import cn.linli.events.mediation.DisputeFacets;
import cn.linli.events.mediation.DisputeFiling;
import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.DisputeLevel;
import cn.linli.events.mediation.DisputeOutcome;
import cn.linli.events.mediation.DisputeSource;
import cn.linli.events.mediation.HandOverEvent.HandedOver;
import cn.linli.events.mediation.Mechanism;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.mediation.Pathway;
import cn.linli.gateway.views.NumberedTopic.Stamped;
import cn.linli.platform.division.DivisionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the counted events of one dispute, in the words of a test. */
public final class Quarrel {

  private final List<Stamped<MediationEvent>> events = new ArrayList<>();
  private final String division;
  private DisputeKind kind = DisputeKind.NEIGHBOURS;
  private @Nullable Mechanism mechanism;

  private Quarrel(String division) {
    this.division = division;
  }

  public static Quarrel in(String division) {
    return new Quarrel(division);
  }

  public Quarrel about(DisputeKind newKind) {
    kind = newKind;
    return this;
  }

  public Quarrel before(Mechanism newMechanism) {
    mechanism = newMechanism;
    return this;
  }

  public Quarrel registered(String day) {
    var bench = new Bench(DisputeLevel.COMMUNITY, division, division);
    return add(
        day,
        day,
        new DisputeRegistered(
            "d",
            null,
            noon(day),
            new DisputeFiling(
                kind,
                DisputeSource.SELF,
                division,
                bench,
                "content",
                List.of(),
                List.of(),
                List.of(),
                null,
                noon(day),
                noon(day))));
  }

  public Quarrel agreed(String day, int sessions) {
    return concluded(day, DisputeOutcome.AGREED, sessions, sessions == 1, false);
  }

  public Quarrel partlyAgreed(String day) {
    return concluded(day, DisputeOutcome.AGREED, 2, false, true);
  }

  public Quarrel ended(String day, DisputeOutcome outcome, int sessions) {
    return concluded(day, outcome, sessions, false, false);
  }

  private Quarrel concluded(
      String day, DisputeOutcome outcome, int sessions, boolean first, boolean partial) {
    return add(
        day,
        day,
        new DisputeConcluded(
            outcome,
            null,
            kind,
            DisputeSource.SELF,
            DisputeLevel.COMMUNITY,
            mechanism,
            sessions,
            first,
            5,
            partial,
            outcome == DisputeOutcome.AGREED ? AgreementForm.WRITTEN : null,
            null));
  }

  public Quarrel confirmed(String day, boolean confirmed) {
    return add(day, day, new AgreementConfirmed(facets(), "a1", confirmed, null, null));
  }

  public Quarrel handedOver(String day, Pathway pathway) {
    return add(
        day,
        day,
        new HandedOver(
            facets(),
            "h1",
            pathway,
            "court",
            List.of("c1"),
            3,
            noon(day),
            "digest",
            null,
            null,
            null));
  }

  /** Done on the day; {@code due}: the last one in time. */
  public Quarrel performed(String day, String due) {
    boolean onTime = day.compareTo(due) <= 0;
    return add(day, day, new ObligationPerformed(facets(), "a1", "o1", night(due), onTime, null));
  }

  /** Not done by the end of the day. */
  public Quarrel fellDue(String day) {
    String next = LocalDate.parse(day).plusDays(1).toString();
    return add(day, next, new ObligationFellDue(facets(), "a1", "o1", night(day)));
  }

  public List<Stamped<MediationEvent>> events() {
    return List.copyOf(events);
  }

  private DisputeFacets facets() {
    return new DisputeFacets(kind, DisputeSource.SELF, DisputeLevel.COMMUNITY, mechanism);
  }

  private Quarrel add(String day, String recorded, MediationEvent event) {
    events.add(
        new Stamped<>(
            event,
            new Stamp(LocalDate.parse(day), noon(recorded), DivisionCode.of(division).path())));
    return this;
  }

  private static Instant noon(String day) {
    return LocalDate.parse(day).atTime(4, 0).toInstant(ZoneOffset.UTC);
  }

  /** The last second of the day in Shanghai. */
  private static Instant night(String day) {
    return LocalDate.parse(day).atTime(15, 59, 59).toInstant(ZoneOffset.UTC);
  }
}
