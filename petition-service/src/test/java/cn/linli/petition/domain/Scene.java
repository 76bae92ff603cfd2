package cn.linli.petition.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.Channel;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Unit;
import cn.linli.events.petition.Urgency;
import cn.linli.petition.domain.PetitionCommand.Submit;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.division.DivisionCode;
import cn.linli.testing.Story;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One request, told as a story: who does what and when. */
final class Scene extends Story<Scene, Petition, PetitionEvent> {

  static final String GRID_CODE = "370602003006001";
  static final Actor RESIDENT = new Actor("resident@370602003006#zhang", null, false, false);
  static final Actor GRID = staff("grid-worker", GRID_CODE);
  static final Actor COMMUNITY = staff("community-clerk", "370602003006");
  static final Actor STREET = staff("street-officer", "370602003");
  static final Actor DISTRICT = staff("district-officer", "370602");
  static final Actor CITY = staff("city-officer", "3706");
  static final Actor DESK =
      new Actor("hotline-operator@3706#desk", unit("3706", null), true, false);
  static final Actor HEATING =
      new Actor("department-officer@370602#h", unit("370602", "heating-company"), false, false);
  static final Actor WATER =
      new Actor("department-officer@370602#w", unit("370602", "water-company"), false, false);
  static final Actor CLOCK = new Actor("clock", null, false, false);

  private final WorkCalendar calendar = WorkCalendar.national();
  private final Rulebook rulebook;

  private Scene(Rulebook rulebook) {
    super(Petition.NONE, "2026-01-05T10:00");
    this.rulebook = rulebook;
  }

  static Scene start() {
    return new Scene(TestRulebook.DEFAULT);
  }

  static Scene submitted(String category) {
    return start().by(RESIDENT, submit(category)).accepted();
  }

  static Scene submitted(UnaryOperator<Draft> change) {
    return start().by(RESIDENT, change.apply(new Draft()).submit()).accepted();
  }

  static Submit submit(String category) {
    return new Draft().category(category).submit();
  }

  static Actor staff(String role, String division) {
    return new Actor(role + "@" + division + "#1", unit(division, null), false, false);
  }

  static Unit unit(String division, @Nullable String organisation) {
    return new Unit(Level.of(division).orElseThrow(), division, organisation);
  }

  @Override
  protected Scene self() {
    return this;
  }

  @Override
  protected Petition evolve(Petition state, PetitionEvent event, String by) {
    return Evolution.evolve(state, event, now(), by);
  }

  @Override
  protected @Nullable Instant due(Petition state) {
    return state.exists() ? Timers.due(state) : null;
  }

  @Override
  protected Decision<PetitionEvent> fallDue(Petition state) {
    return Timers.fallDue(state, facts(CLOCK));
  }

  Scene by(Actor actor, PetitionCommand command) {
    return by(actor, (petition, facts) -> PetitionRules.decide(command, petition, facts));
  }

  Scene by(Actor actor, Deed.Act act) {
    return acts(actor.ref(), () -> act.decide(state(), facts(actor)));
  }

  Facts facts(Actor actor) {
    return new Facts(now(), actor, rulebook, calendar, Scene::mark, Scene::path);
  }

  static List<String> path(String division) {
    return DivisionCode.parse(division).map(DivisionCode::path).orElse(List.of("unknown"));
  }

  static String mark(String code) {
    return "mark-" + code.hashCode();
  }

  Scene then(PetitionEvent... events) {
    accepted();
    assertThat(events()).containsExactly(events);
    return this;
  }

  Card card() {
    return Card.of(state(), now(), calendar);
  }

  /** A filing with everything ordinary; change what the rule is about. */
  static final class Draft {

    private Kind kind = Kind.APPEAL;
    private Regime regime = Regime.HOTLINE;
    private Channel channel = Channel.APP;
    private Urgency urgency = Urgency.NORMAL;
    private String category = "noise";
    private String division = GRID_CODE;
    private boolean onBehalf;
    private boolean consented;
    private int representatives;
    private boolean accusesBody;
    private @Nullable String accused;
    private @Nullable String previousMatter;
    private @Nullable String refusedBy;
    private FormalPast previousFormal = FormalPast.NONE;

    Draft kind(Kind newKind, Regime newRegime) {
      kind = newKind;
      regime = newRegime;
      return this;
    }

    Draft urgency(Urgency newUrgency) {
      urgency = newUrgency;
      return this;
    }

    Draft category(String newCategory) {
      category = newCategory;
      return this;
    }

    Draft division(String newDivision) {
      division = newDivision;
      return this;
    }

    Draft proxy(boolean hasConsented) {
      onBehalf = true;
      consented = hasConsented;
      return this;
    }

    Draft representatives(int number) {
      representatives = number;
      return this;
    }

    Draft accuses(boolean body, @Nullable String whom) {
      accusesBody = body;
      accused = whom;
      return this;
    }

    Draft from(Channel through, @Nullable String previous, @Nullable String office) {
      channel = through;
      previousMatter = previous;
      refusedBy = office;
      return this;
    }

    Draft afterFormal() {
      return after(FormalPast.PENDING);
    }

    Draft after(FormalPast past) {
      previousMatter = "0previous";
      previousFormal = past;
      return this;
    }

    Submit submit() {
      return new Submit(
          kind,
          regime,
          channel,
          urgency,
          category,
          division,
          false,
          false,
          onBehalf,
          consented,
          representatives,
          1,
          accusesBody,
          accused,
          previousMatter,
          refusedBy,
          previousFormal,
          null,
          null,
          "content",
          "contact",
          List.of());
    }
  }
}
