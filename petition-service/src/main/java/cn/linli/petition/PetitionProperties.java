package cn.linli.petition;

import cn.linli.petition.domain.Rulebook.Habits;
import cn.linli.platform.calendar.Term;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a tenant decides once for the whole service; the tables of limits, rungs and lists are
 * configured per division. Defaults: domain rules §4.3–4.6.
 *
 * @param reopenDays calendar days after closing in which a petitioner may reopen
 * @param returnWorkingDays working days after a dispatch in which "not mine" may be said (hotline)
 * @param suspensionAllowed whether hotline clocks may be suspended at all
 * @param unreachedTries visits in vain that open the closing gate, on {@code unreachedDays} days
 * @param roundsUntilSupervision rounds after which the next one is supervised from its start
 * @param supervisionWorkingDays due date of an automatic supervision
 */
@ConfigurationProperties("linli.petition")
record PetitionProperties(
    @DefaultValue("15") int reopenDays,
    @DefaultValue("2") int returnWorkingDays,
    @DefaultValue("true") boolean suspensionAllowed,
    @DefaultValue("180") int suspensionDaysMax,
    @DefaultValue("3") int unreachedTries,
    @DefaultValue("2") int unreachedDays,
    @DefaultValue("2") int roundsUntilSupervision,
    @DefaultValue("3") int supervisionWorkingDays) {

  private static final int DAYS_MAX = 366;
  private static final int TIMES_MAX = 20;

  /** 信访工作条例 §23: no tenant's choice. */
  private static final Term FORMAL_RETURN = Term.workingDays(5);

  PetitionProperties {
    require("reopen-days", reopenDays, DAYS_MAX);
    require("return-working-days", returnWorkingDays, DAYS_MAX);
    require("suspension-days-max", suspensionDaysMax, DAYS_MAX);
    require("unreached-tries", unreachedTries, TIMES_MAX);
    require("unreached-days", unreachedDays, TIMES_MAX);
    require("rounds-until-supervision", roundsUntilSupervision, TIMES_MAX);
    require("supervision-working-days", supervisionWorkingDays, DAYS_MAX);
  }

  Habits habits() {
    return new Habits(
        reopenDays,
        Term.workingDays(returnWorkingDays),
        FORMAL_RETURN,
        suspensionAllowed,
        suspensionDaysMax,
        unreachedTries,
        unreachedDays,
        roundsUntilSupervision,
        Term.workingDays(supervisionWorkingDays));
  }

  private static void require(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "linli.petition.%s must be between 1 and %d".formatted(name, most));
    }
  }
}
