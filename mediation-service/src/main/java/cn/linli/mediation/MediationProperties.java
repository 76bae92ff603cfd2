package cn.linli.mediation;

import cn.linli.mediation.domain.Settings;
import cn.linli.platform.calendar.Term;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a tenant decides once for the whole service.
 *
 * @param acceptWorkingDays by when a committee says whether it takes a case
 * @param giveUpWorkingDays how much longer a case waits for one
 * @param consentWorkingDays by when the parties say whether they consent
 * @param mediateDays calendar days of a mediation (domain rules §0.5)
 * @param keepMonths how long files of closed cases are kept: no norm names a term (domain rules
 *     §5.3), sixty years are the usual long one
 */
@ConfigurationProperties("linli.mediation")
record MediationProperties(
    @DefaultValue("5") int acceptWorkingDays,
    @DefaultValue("5") int giveUpWorkingDays,
    @DefaultValue("5") int consentWorkingDays,
    @DefaultValue("30") int mediateDays,
    @DefaultValue("720") int keepMonths) {

  private static final int DAYS_MAX = 366;
  private static final int MONTHS_MAX = 1_200;

  MediationProperties {
    require("accept-working-days", acceptWorkingDays, DAYS_MAX);
    require("give-up-working-days", giveUpWorkingDays, DAYS_MAX);
    require("consent-working-days", consentWorkingDays, DAYS_MAX);
    require("mediate-days", mediateDays, DAYS_MAX);
    require("keep-months", keepMonths, MONTHS_MAX);
  }

  Settings settings() {
    return new Settings(
        Term.workingDays(acceptWorkingDays),
        Term.workingDays(giveUpWorkingDays),
        Term.workingDays(consentWorkingDays),
        Term.calendarDays(mediateDays));
  }

  private static void require(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "linli.mediation.%s must be between 1 and %d".formatted(name, most));
    }
  }
}
