package cn.linli.mediation.papers;

import cn.linli.platform.paper.Paper;
import cn.linli.platform.paper.Printer;
import java.util.Locale;

/**
 * One paper, filled: everything that it tells, and nothing else. Which names are masked was decided
 * before.
 */
public sealed interface CasePaper
    permits Cover,
        Application,
        Registration,
        NoticeOfRights,
        Identities,
        PowerOfAttorney,
        Investigation,
        EvidenceList,
        MediationRecord,
        Agreement,
        OralAgreement,
        PerformanceReceipt,
        ReturnVisit,
        Confirmation,
        ClosingReport,
        UndisputedRecord,
        NoticeOfRemedies,
        HandOverLetter {

  Form form();

  /** What all papers of the file tell. */
  Head head();

  /** Which of several of its form, from 1; of a form that a case has once: 1. */
  default int number() {
    return 1;
  }

  Paper paper();

  default byte[] pdf() {
    return Printer.pdf(paper());
  }

  /** ASCII, in the order of the official list: {@code 09-mediation-record-2.pdf}. */
  default String fileName() {
    String which = form().copies() == Form.Copies.ONE ? "" : "-" + number();
    return String.format(Locale.ROOT, "%02d-%s%s.pdf", form().ordinal() + 1, form().wire(), which);
  }
}
