package cn.linli.petition.domain;

import cn.linli.events.petition.Deadlines;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Unit;
import cn.linli.petition.domain.FormalCommand.Transfer;
import cn.linli.petition.domain.PetitionCommand.Dispatch;
import cn.linli.platform.calendar.Term;
import cn.linli.platform.decide.Decision;

/**
 * Registration and transfer (转送, with a limit of its own 交办) within 15 days; the unit it goes to
 * owes the petitioner a notice within 15 days from there. Source: 信访工作条例 §22, §23.
 */
final class Transferring {

  private static final Term NOTICE_WITHIN = Term.calendarDays(15);

  private Transferring() {}

  static Decision<PetitionEvent> transfer(Transfer transfer, Petition petition, Facts facts) {
    return Dispatching.dispatch(
        new Dispatch(transfer.organisation(), transfer.due()), petition, facts);
  }

  /** The limits with another holder; in the formal regime it owes a notice of receipt. */
  static Deadlines handedTo(Unit holder, Petition petition, Facts facts) {
    Deadlines deadlines = Limits.onRung(petition, holder, facts);
    return petition.filed().facets().regime() == Regime.FORMAL
        ? deadlines.withNoticeBy(facts.calendar().due(facts.now(), NOTICE_WITHIN).at())
        : deadlines;
  }
}
