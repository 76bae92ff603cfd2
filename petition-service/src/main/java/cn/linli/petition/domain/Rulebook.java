package cn.linli.petition.domain;

import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Urgency;
import cn.linli.events.petition.WhistleCase;
import cn.linli.platform.calendar.Term;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tenant's tables in force at a place. Running cases keep the limits they were given. */
public interface Rulebook {

  /** Where a category starts; empty where the body responsible for it is not known. */
  Optional<Start> start(String category);

  Limits limits(Regime regime, Kind kind, Urgency urgency, String category);

  /**
   * The row of matters for several bodies; empty for a class that never becomes one: its limits
   * protect life, or are the law's.
   */
  default Optional<Limits> complex(Regime regime, Kind kind, Urgency urgency, String category) {
    return Optional.empty();
  }

  /** How long a rung may hold a matter before it moves up by itself; empty: as long as it takes. */
  Optional<Term> rung(Level level);

  /** Whether a community (and its grids) may be handed matters of this category. */
  boolean admits(String community, String category);

  /** Whether a community only helps with matters of this category, so it can't lead. */
  boolean assistsOnly(String community, String category);

  /** Whether a community may be asked to help with them. */
  boolean assists(String community, String category);

  /** Who deliberates at the place. */
  Council council();

  /** How soon a department that a whistle calls has to be there. */
  default CheckInLimit checkIn(WhistleCase why) {
    return CheckInLimit.usual(why);
  }

  /** Whether matters of a category are disputes with an authority, which no mediator settles. */
  default boolean isAdministrative(String category) {
    return false;
  }

  Habits habits();

  /** {@code basis}: the norm, shown to people. */
  record CheckInLimit(Term within, String basis) {

    /** Where a place has none of its own. */
    static CheckInLimit usual(WhistleCase why) {
      return switch (why) {
        case EMERGENCY ->
            new CheckInLimit(Term.minutes(30), "平谷区“吹哨报到”试点：30 分钟内到现场 (domain rules §4.4)");
        case JOINT_ENFORCEMENT ->
            new CheckInLimit(Term.workingDays(1), "Linli default, no national norm");
        case UNSOLVABLE -> new CheckInLimit(Term.workingDays(2), "Linli default, no national norm");
      };
    }
  }

  /**
   * @param organisation the body that handles it on that rung; null: the rung's own unit
   */
  record Start(Level level, @Nullable String organisation) {}

  /**
   * The register of the body that deliberates (居民议事会).
   *
   * @param quorum how many with a seat must be there
   * @param roles who has a seat
   * @param matters what may be deliberated on (domain rules R2-28)
   */
  record Council(int seats, int quorum, Set<String> roles, Set<String> matters) {}

  /**
   * One row of the limit table (domain rules §4.3, §4.1).
   *
   * @param answer null: the norm sets none, as for formal petitions other than appeals
   * @param extensions how often the answer may be put off
   * @param extension by how much each time; null: never
   * @param basis the norm, shown to people
   */
  record Limits(
      @Nullable Term transfer,
      @Nullable Term notice,
      @Nullable Term dispatch,
      @Nullable Term contact,
      @Nullable Term answer,
      int extensions,
      @Nullable Term extension,
      String basis) {}

  /**
   * What else a tenant decides.
   *
   * @param reopenDays calendar days after closing in which a petitioner may reopen
   * @param returnWithin how long after a dispatch "not mine" may be said
   * @param pauses whether a hotline clock may be suspended
   * @param pauseDaysMax longest suspension, calendar days
   * @param unreachedTries visits in vain that open the closing gate …
   * @param unreachedDays … when spread over so many days
   * @param roundsUntilSupervision rounds after which the next one is supervised from its start
   * @param supervisionWithin due date of an automatic supervision
   */
  record Habits(
      int reopenDays,
      Term returnWithin,
      Term formalReturnWithin,
      boolean pauses,
      int pauseDaysMax,
      int unreachedTries,
      int unreachedDays,
      int roundsUntilSupervision,
      Term supervisionWithin) {

    /** Domain rules §4.3–4.6. */
    public static final Habits DEFAULT =
        new Habits(
            15, Term.workingDays(2), Term.workingDays(5), true, 180, 3, 2, 2, Term.workingDays(3));
  }
}
