package cn.linli.mediation.domain;

import cn.linli.platform.calendar.Term;

/**
 * What a tenant decides once for the whole service.
 *
 * @param acceptWithin by when a committee says whether it takes a case
 * @param giveUpAfter how much longer a case waits for one
 * @param consentWithin by when the parties say whether they consent
 * @param mediateWithin limit of a mediation (domain rules §0.5)
 */
public record Settings(
    Term acceptWithin, Term giveUpAfter, Term consentWithin, Term mediateWithin) {

  /** Project decisions, but for the last one: domain rules §0.5. */
  public static final Settings DEFAULT =
      new Settings(
          Term.workingDays(5), Term.workingDays(5), Term.workingDays(5), Term.calendarDays(30));
}
