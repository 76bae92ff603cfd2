package cn.linli.petition.casework;

import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Urgency;
import cn.linli.events.petition.WhistleCase;
import cn.linli.petition.domain.Rulebook;
import cn.linli.platform.calendar.Term;
import cn.linli.platform.config.Configuration;
import cn.linli.platform.config.tables.AdmissionList;
import cn.linli.platform.config.tables.AssistList;
import cn.linli.platform.config.tables.CategoryTree;
import cn.linli.platform.config.tables.Limit;
import cn.linli.platform.config.tables.LimitClass;
import cn.linli.platform.config.tables.LimitTable;
import cn.linli.platform.config.tables.RoutingTable;
import cn.linli.platform.config.tables.RungTable;
import cn.linli.platform.config.tables.SeatTable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The configured tables of one place, as the rules read them. */
record TenantRulebook(Configuration tables, String division, Habits habits) implements Rulebook {

  /** 信访工作条例 §22, §23, §34: national law, no tenant's choice. */
  private static final Limits APPEAL =
      new Limits(
          Term.calendarDays(15),
          Term.calendarDays(15),
          null,
          null,
          Term.calendarDays(60),
          1,
          Term.calendarDays(30),
          "信访工作条例 §22、§23、§34");

  /** Only appeals (申诉求决) have a limit for the answer. */
  private static final Limits OTHER_FORMAL =
      new Limits(
          Term.calendarDays(15),
          Term.calendarDays(15),
          null,
          null,
          null,
          0,
          null,
          "信访工作条例 §22、§23");

  /** Life, property, and what a home can't do without: help from others makes it no slower. */
  private static final Set<LimitClass> NEVER_SLOWER =
      Set.of(LimitClass.EMERGENCY, LimitClass.UTILITIES);

  /**
   * Categories, with all below them, that are disputes with an authority: project decision after
   * domain rules §4.2.
   */
  private static final Set<String> ADMINISTRATIVE =
      Set.of("government", "enforcement", "relocation", "title-deed", "social-insurance");

  @Override
  public Optional<Start> start(String category) {
    List<String> path = path(category);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    RoutingTable.Route route = tables.table(RoutingTable.class, division).route(path);
    return Optional.of(new Start(Objects.requireNonNull(route.level()), route.organisation()));
  }

  @Override
  public Limits limits(Regime regime, Kind kind, Urgency urgency, String category) {
    if (regime == Regime.FORMAL) {
      return kind == Kind.APPEAL ? APPEAL : OTHER_FORMAL;
    }
    LimitTable table = tables.table(LimitTable.class, division);
    return row(table.limit(table.classOf(kind, urgency, path(category))));
  }

  @Override
  public Optional<Limits> complex(Regime regime, Kind kind, Urgency urgency, String category) {
    LimitTable table = tables.table(LimitTable.class, division);
    return regime == Regime.FORMAL
            || NEVER_SLOWER.contains(table.classOf(kind, urgency, path(category)))
        ? Optional.empty()
        : Optional.of(row(table.limit(LimitClass.COMPLEX)));
  }

  private static Limits row(Limit limit) {
    Limit.Extension extension = Objects.requireNonNull(limit.extension());
    return new Limits(
        null,
        null,
        limit.dispatch(),
        limit.contact(),
        Objects.requireNonNull(limit.answer()),
        extension.times(),
        extension.times() == 0 ? null : extension.each(),
        Objects.requireNonNull(limit.basis()));
  }

  @Override
  public Optional<Term> rung(Level level) {
    return tables.table(RungTable.class, division).clock(level);
  }

  @Override
  public boolean admits(String community, String category) {
    return tables.table(AdmissionList.class, community).admits(path(category));
  }

  @Override
  public boolean assistsOnly(String community, String category) {
    AssistList assist = tables.table(AssistList.class, community);
    AdmissionList admission = tables.table(AdmissionList.class, community);
    return assist.restricted()
        && assist.assists(path(category))
        && !(admission.restricted() && admission.admits(path(category)));
  }

  @Override
  public boolean assists(String community, String category) {
    return tables.table(AssistList.class, community).assists(path(category));
  }

  @Override
  public Council council() {
    SeatTable register = tables.table(SeatTable.class, division);
    return new Council(
        Objects.requireNonNull(register.seats()),
        Objects.requireNonNull(register.quorum()),
        Set.copyOf(register.roles()),
        Set.copyOf(register.matters()));
  }

  @Override
  public CheckInLimit checkIn(WhistleCase why) {
    LimitTable.CheckIn own = tables.table(LimitTable.class, division).checkIn().get(why);
    return own == null
        ? Rulebook.super.checkIn(why)
        : new CheckInLimit(
            Objects.requireNonNull(own.within()), Objects.requireNonNull(own.basis()));
  }

  @Override
  public boolean isAdministrative(String category) {
    return path(category).stream().anyMatch(ADMINISTRATIVE::contains);
  }

  private List<String> path(String category) {
    return tables.table(CategoryTree.class, division).path(category);
  }
}
