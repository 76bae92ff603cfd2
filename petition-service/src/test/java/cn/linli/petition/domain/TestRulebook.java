package cn.linli.petition.domain;

import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Urgency;
import cn.linli.platform.calendar.Term;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The default tables in the small: enough categories to meet every rule. */
record TestRulebook(
    Map<String, Level> routes, Set<String> notAdmitted, Set<String> assisted, Habits habits)
    implements Rulebook {

  static final TestRulebook DEFAULT =
      new TestRulebook(
          Map.of("noise", Level.GRID, "heating", Level.COMMUNITY, "land", Level.STREET),
          Set.of("illegal-building"),
          Set.of("parking"),
          Habits.DEFAULT);

  @Override
  public Optional<Start> start(String category) {
    return Set.of("illegal-building", "parking").contains(category)
        ? Optional.of(new Start(Level.GRID, null))
        : Optional.ofNullable(routes.get(category)).map(level -> new Start(level, null));
  }

  @Override
  public Limits limits(Regime regime, Kind kind, Urgency urgency, String category) {
    if (regime == Regime.FORMAL) {
      return new Limits(
          Term.calendarDays(15),
          Term.calendarDays(15),
          null,
          null,
          kind == Kind.APPEAL ? Term.calendarDays(60) : null,
          kind == Kind.APPEAL ? 1 : 0,
          kind == Kind.APPEAL ? Term.calendarDays(30) : null,
          "信访工作条例 §22–34");
    }
    if (urgency == Urgency.EMERGENCY) {
      return new Limits(
          null, null, Term.atOnce(), Term.minutes(30), Term.hours(2), 0, null, "domain rules §4.3");
    }
    if (category.equals("heating")) {
      return new Limits(
          null,
          null,
          Term.hours(2),
          Term.hours(2),
          Term.hours(24),
          1,
          Term.hours(24),
          "domain rules §4.3");
    }
    return new Limits(
        null,
        null,
        Term.workingDays(1),
        Term.workingDays(1),
        Term.workingDays(5),
        1,
        Term.workingDays(10),
        "domain rules §4.3");
  }

  @Override
  public Optional<Limits> complex(Regime regime, Kind kind, Urgency urgency, String category) {
    return regime == Regime.FORMAL || urgency == Urgency.EMERGENCY || category.equals("heating")
        ? Optional.empty()
        : Optional.of(
            new Limits(
                null,
                null,
                Term.workingDays(1),
                Term.workingDays(1),
                Term.workingDays(15),
                1,
                Term.workingDays(15),
                "complex, domain rules §4.3"));
  }

  @Override
  public Optional<Term> rung(Level level) {
    return switch (level) {
      case GRID -> Optional.of(Term.workingDays(2));
      case COMMUNITY -> Optional.of(Term.workingDays(3));
      case STREET, DISTRICT -> Optional.of(Term.workingDays(5));
      case CITY -> Optional.empty();
    };
  }

  @Override
  public boolean isAdministrative(String category) {
    return category.equals("land");
  }

  @Override
  public boolean admits(String community, String category) {
    return !notAdmitted.contains(category);
  }

  @Override
  public boolean assists(String community, String category) {
    return assisted.contains(category);
  }

  @Override
  public Council council() {
    return new Council(
        5,
        3,
        Set.of("resident", "grid-worker", "party-deputy"),
        Set.of("covenant", "infrastructure"));
  }

  @Override
  public boolean assistsOnly(String community, String category) {
    return assisted.contains(category);
  }
}
