package cn.linli.mediation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.AmountBand;
import cn.linli.events.mediation.Bench;
import cn.linli.events.mediation.CaseNumber;
import cn.linli.events.mediation.ClaimMade;
import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.DisputeLevel;
import cn.linli.events.mediation.DisputeSource;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.mediation.PaceEvent.LimitStarted;
import cn.linli.events.mediation.PaceEvent.RemediesTold;
import cn.linli.events.mediation.PartyNamed;
import cn.linli.events.mediation.PartyRole;
import cn.linli.events.mediation.PartyType;
import cn.linli.events.mediation.RiskEvent.RiskGraded;
import cn.linli.mediation.domain.DisputeCommand.*;
import cn.linli.platform.access.Role;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Decision;
import cn.linli.testing.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One dispute, told as a story: who does what and when. */
final class Scene extends Story<Scene, Dispute, MediationEvent> {

  static final String ID = "0dispute";
  static final String COMMUNITY = "370602003006";
  static final String GRID = "370602003006001";
  static final Bench COMMITTEE = new Bench(DisputeLevel.COMMUNITY, COMMUNITY, COMMUNITY);
  static final Bench STREET_COMMITTEE = new Bench(DisputeLevel.STREET, "370602003", "370602003");
  static final Bench BUILDING = new Bench(DisputeLevel.BUILDING, GRID, null);

  /** Speaks for p1, who filed. */
  static final Actor FILER = resident("zhang");

  /** The other side, once it has joined with its code. */
  static final Actor OTHER = resident("li");

  static final Actor MEDIATOR = actor(Role.MEDIATOR, COMMUNITY, "wang");
  static final Actor HEAD = actor(Role.COMMITTEE_HEAD, COMMUNITY, "zhao");
  static final Actor STREET_MEDIATOR = actor(Role.MEDIATOR, "370602003", "qian");
  static final Actor PEACEMAKER = actor(Role.BUILDING_LEAD, GRID, "sun");
  static final Actor JUSTICE = actor(Role.JUSTICE_OFFICER, "370602", "zhou");

  private static final Set<Class<?>> CONSEQUENCES =
      Set.of(LimitStarted.class, RemediesTold.class, RiskGraded.class);

  private final WorkCalendar calendar = WorkCalendar.national();

  private Scene() {
    super(Dispute.NONE, "2026-01-05T10:00");
  }

  static Scene start() {
    return new Scene();
  }

  /** Two neighbours, p1 asks p2 for money; nobody has taken it yet. */
  static Scene registered() {
    return start().by(FILER, draft().register()).accepted();
  }

  /** {@link #registered()}, taken by the community's committee, the other side asked. */
  static Scene consenting() {
    return registered().by(MEDIATOR, new Accept(null, number(1))).accepted();
  }

  /** {@link #consenting()}, and the other side agrees. */
  static Scene mediating() {
    return consenting().by(MEDIATOR, new Answer(recorded("p2"), true)).accepted();
  }

  static Draft draft() {
    return new Draft();
  }

  static CaseNumber number(int number) {
    return new CaseNumber(COMMUNITY, 2026, number);
  }

  static Voice recorded(String party) {
    return new Voice(party, new Voice.Recorded("evidence", List.of()));
  }

  static Actor resident(String name) {
    return actor(Role.RESIDENT, COMMUNITY, name);
  }

  static Actor actor(Role role, String division, String name) {
    return new Actor(role.wire() + "@" + division + "#" + name, role, division, null);
  }

  @Override
  protected Scene self() {
    return this;
  }

  @Override
  protected Dispute evolve(Dispute state, MediationEvent event, String by) {
    return Evolution.evolve(state, event, now(), by);
  }

  @Override
  protected @Nullable Instant due(Dispute state) {
    return state.exists() ? Timers.due(state) : null;
  }

  @Override
  protected Decision<MediationEvent> fallDue(Dispute state) {
    return Timers.fallDue(state, facts(Actor.CLOCK));
  }

  Scene by(Actor actor, DisputeCommand command) {
    return acts(actor.ref(), () -> DisputeRules.decide(command, state(), facts(actor)));
  }

  /** What another capability's rule decided. */
  Scene happened(MediationEvent event) {
    return happens(MEDIATOR.ref(), event);
  }

  Facts facts(Actor actor) {
    return new Facts(now(), actor, calendar, Settings.DEFAULT);
  }

  /** All that happened, but for consequences that every end and every start has, if not named. */
  Scene then(MediationEvent... events) {
    accepted();
    var named = Stream.of(events).map(Object::getClass).toList();
    assertThat(events())
        .filteredOn(it -> !CONSEQUENCES.contains(it.getClass()) || named.contains(it.getClass()))
        .containsExactly(events);
    return this;
  }

  /** A filing with everything ordinary; change what the rule is about. */
  static final class Draft {

    private final List<PartyNamed> parties = new ArrayList<>();
    private final List<ClaimMade> claims = new ArrayList<>();
    private DisputeSource source = DisputeSource.SELF;
    private String division = GRID;
    private boolean onBehalf;
    private boolean buildingFirst;
    private DisputeKind kind = DisputeKind.NEIGHBOURS;

    Draft kind(DisputeKind newKind) {
      kind = newKind;
      return this;
    }

    /** So many claims of the first applicant against the first respondent. */
    Draft claims(int count) {
      party(PartyRole.APPLICANT).party(PartyRole.RESPONDENT);
      for (int i = 0; i < count; i++) {
        claim("p1", "p2");
      }
      return this;
    }

    Draft source(DisputeSource newSource) {
      source = newSource;
      return this;
    }

    Draft division(String newDivision) {
      division = newDivision;
      return this;
    }

    Draft onBehalf() {
      onBehalf = true;
      return this;
    }

    Draft building() {
      buildingFirst = true;
      return this;
    }

    /** The first applicant is the filer where the source is {@code self}. */
    Draft party(PartyRole role) {
      String no = "p" + (parties.size() + 1);
      boolean filer = source == DisputeSource.SELF && !onBehalf && parties.isEmpty();
      parties.add(
          new PartyNamed(
              no, role, PartyType.PERSON, "name-" + no, null, false, filer, filer, "phone-" + no));
      return this;
    }

    Draft claim(String by, String... against) {
      String no = "c" + (claims.size() + 1);
      claims.add(new ClaimMade(no, by, List.of(against), "claim-" + no, AmountBand.ofFen(90_000)));
      return this;
    }

    Register register() {
      if (parties.isEmpty()) {
        party(PartyRole.APPLICANT).party(PartyRole.RESPONDENT);
      }
      if (claims.isEmpty()) {
        claim("p1", "p2");
      }
      return new Register(
          ID,
          kind,
          source,
          division,
          "content",
          parties,
          claims,
          List.of(),
          null,
          onBehalf,
          buildingFirst,
          null);
    }
  }
}
