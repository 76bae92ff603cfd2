package cn.linli.mediation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

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
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One dispute, told as a story: who does what and when. Time falls due before each command, as the
 * committer does it.
 */
final class Scene {

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
  private Dispute state = Dispute.NONE;
  private Instant now = instant("2026-01-05T10:00");
  private List<MediationEvent> fallen = List.of();
  private @Nullable Decision<MediationEvent> last;

  private Scene() {}

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

  static Instant instant(String local) {
    return LocalDateTime.parse(local).atZone(WorkCalendar.ZONE).toInstant();
  }

  Scene at(String local) {
    now = instant(local);
    return this;
  }

  /** Lets time pass to just after {@code local} and applies what falls due. */
  Scene until(String local) {
    now = instant(local).plusMillis(1);
    fallDue();
    return this;
  }

  Scene by(Actor actor, DisputeCommand command) {
    fallDue();
    last = DisputeRules.decide(command, state, facts(actor));
    if (last instanceof Decision.Accepted<MediationEvent>(var events)) {
      events.forEach(event -> state = Evolution.evolve(state, event, now, actor.ref()));
    }
    return this;
  }

  /** What another capability's rule decided. */
  Scene happened(MediationEvent event) {
    state = Evolution.evolve(state, event, now, MEDIATOR.ref());
    return this;
  }

  private void fallDue() {
    fallen = List.of();
    Instant due = state.exists() ? Timers.due(state) : null;
    if (due != null && !due.isAfter(now)) {
      fallen =
          ((Decision.Accepted<MediationEvent>) Timers.fallDue(state, facts(Actor.CLOCK))).events();
      fallen.forEach(event -> state = Evolution.evolve(state, event, now, Actor.CLOCK.ref()));
    }
  }

  Facts facts(Actor actor) {
    return new Facts(now, actor, calendar, Settings.DEFAULT);
  }

  Scene accepted() {
    if (last instanceof Decision.Refused<MediationEvent>(var refusal)) {
      fail("refused: " + refusal);
    }
    return this;
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

  Scene refused(String code) {
    assertThat(last).isInstanceOf(Decision.Refused.class);
    assertThat(((Decision.Refused<MediationEvent>) last).refusal().code()).isEqualTo(code);
    return this;
  }

  List<MediationEvent> events() {
    return ((Decision.Accepted<MediationEvent>) last).events();
  }

  <E extends MediationEvent> E event(Class<E> type) {
    accepted();
    return events().stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  List<MediationEvent> fallen() {
    return fallen;
  }

  Dispute state() {
    return state;
  }

  Instant now() {
    return now;
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
