package cn.linli.mediation.documents;

import cn.linli.mediation.domain.Accords;
import cn.linli.mediation.domain.Agreement;
import cn.linli.mediation.domain.Confirmation;
import cn.linli.mediation.domain.Confirming;
import cn.linli.mediation.domain.Obligation;
import cn.linli.mediation.papers.CasePaper;
import cn.linli.mediation.papers.PerformanceReceipt;
import cn.linli.mediation.papers.ReturnVisit;
import cn.linli.mediation.papers.Signed;
import cn.linli.platform.calendar.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of agreements: performance, visits, a court's confirmation. */
final class FollowUpPapers {

  private static final String BY_HAND = "（签名、盖章或按指印）";

  private FollowUpPapers() {}

  static List<CasePaper> of(Filling filling) {
    List<Agreement> agreements = Accords.of(filling.dispute()).agreements();
    var papers = new ArrayList<CasePaper>();
    int visits = 0;
    for (int i = 0; i < agreements.size(); i++) {
      Agreement agreement = agreements.get(i);
      String number = filling.head().caseNumber() + "－" + (i + 1);
      for (Obligation obligation : agreement.obligations()) {
        boolean own = filling.ofOne(obligation.obligor()) || filling.ofOne(obligation.obligee());
        if (own && obligation.isPerformed() && obligation.settledAt() != null) {
          papers.add(receipt(filling, number, obligation, obligation.settledAt()));
        }
      }
      for (Agreement.Visit visit : agreement.visits()) {
        visits++;
        if (filling.ofOne(visit.party())) {
          papers.add(visited(filling, number, visit, visits));
        }
      }
      Confirmation confirmation = agreement.confirmation();
      if (confirmation != null
          && confirmation.appliedAt() != null
          && agreement.binds().stream().anyMatch(filling::ofOne)) {
        papers.add(confirmation(filling, agreement, confirmation, number, i + 1));
      }
    }
    return papers;
  }

  private static CasePaper receipt(
      Filling filling, String agreement, Obligation it, Instant performedAt) {
    return new PerformanceReceipt(
        filling.at(performedAt),
        Integer.parseInt(it.id().substring(1)),
        agreement,
        AgreementPapers.duty(filling, it),
        performedAt,
        performedAt.isAfter(it.due()),
        it.noteRef() == null ? "已在系统登记" : filling.text(it.noteRef()),
        List.of(Signed.open("接收人 " + filling.name(it.obligee()) + BY_HAND)));
  }

  private static CasePaper visited(
      Filling filling, String agreement, Agreement.Visit it, int number) {
    String performance =
        switch (it.performed()) {
          case YES -> "已经履行。";
          case PARTLY -> "部分履行。";
          case NO -> "没有履行。";
        };
    return new ReturnVisit(
        filling.at(it.at()),
        number,
        filling.name(it.party()),
        agreement,
        "了解协议履行情况",
        performance + filling.text(it.noteRef()),
        satisfied(it.satisfied()),
        it.again() ? "有" : "",
        "",
        "",
        filling.mediator(it.by()),
        it.at(),
        List.of(Signed.open("被回访人" + BY_HAND), Signed.open("回访人")));
  }

  private static String satisfied(@Nullable Boolean satisfied) {
    return satisfied == null ? "未表态" : satisfied ? "满意" : "不满意";
  }

  private static CasePaper confirmation(
      Filling filling, Agreement agreement, Confirmation it, String number, int of) {
    Instant effective = Objects.requireNonNull(agreement.effectiveAt());
    Boolean confirmed =
        switch (it.state()) {
          case JOINING, APPLIED -> null;
          case CONFIRMED -> true;
          case NOT_CONFIRMED -> false;
        };
    return new cn.linli.mediation.papers.Confirmation(
        filling.at(it.appliedAt()),
        of,
        number,
        effective,
        Confirming.until(effective, WorkCalendar.national()).minusMillis(1),
        filling.text(it.courtRef()),
        filling.persons(it.joined()),
        it.appliedAt(),
        filling.text(it.caseRef()),
        confirmed,
        it.decidedAt());
  }
}
