package cn.linli.mediation.documents;

import cn.linli.mediation.domain.Accords;
import cn.linli.mediation.domain.Agreement;
import cn.linli.mediation.domain.Claim;
import cn.linli.mediation.domain.Conduct;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.EndNotice;
import cn.linli.mediation.domain.Filing;
import cn.linli.mediation.domain.HandOver;
import cn.linli.mediation.domain.HandOvers;
import cn.linli.mediation.papers.CasePaper;
import cn.linli.mediation.papers.ClosingReport;
import cn.linli.mediation.papers.HandOverLetter;
import cn.linli.mediation.papers.NoticeOfRemedies;
import cn.linli.mediation.papers.Signed;
import java.util.ArrayList;
import java.util.List;

/** Papers of the end of a mediation, and of what goes on elsewhere. */
final class EndPapers {

  private EndPapers() {}

  static List<CasePaper> of(Filling filling) {
    Dispute dispute = filling.dispute();
    Conduct conduct = dispute.conducted();
    var papers = new ArrayList<CasePaper>();
    if (conduct.concludedAt() != null && conduct.acceptedAt() != null) {
      papers.add(closing(filling, conduct));
    }
    EndNotice told = dispute.proceedings().endNotice();
    if (told != null) {
      papers.add(remedies(filling, told));
    }
    HandOvers.of(dispute).list().forEach(it -> papers.add(letter(filling, it)));
    return papers;
  }

  private static CasePaper closing(Filling filling, Conduct conduct) {
    Dispute dispute = filling.dispute();
    Filing filed = dispute.filed();
    var claims = new ArrayList<ClosingReport.ClaimResult>();
    for (Claim claim : dispute.claims()) {
      claims.add(
          new ClosingReport.ClaimResult(
              claim.no().substring(1), filling.claim(claim), Labels.of(claim.status())));
    }
    return new ClosingReport(
        filling.at(conduct.concludedAt()),
        conduct.acceptedAt(),
        conduct.concludedAt() == null ? filed.receivedAt() : conduct.concludedAt(),
        filling.persons(),
        Labels.of(filed.kind()),
        Labels.of(filed.source()),
        filling.mediators(),
        filling.facts(),
        result(dispute),
        claims,
        performed(dispute),
        List.of(Signed.open("人民调解员")));
  }

  /** What came of it stays what it was when the file is closed. */
  private static String result(Dispute dispute) {
    String ending = Labels.ending(dispute.conducted().endCode());
    if (Accords.of(dispute).binding().findAny().isPresent()) {
      boolean all =
          dispute.claims().stream()
              .allMatch(it ->
                  it.status() == Claim.Status.SETTLED || it.status() == Claim.Status.WITHDRAWN);
      return (all ? "达成调解协议。" : "就部分请求达成调解协议。") + ending;
    }
    if (ending.isEmpty()) {
      return "申请人撤回申请，终止调解。";
    }
    return (Labels.isRefusal(dispute.conducted().endCode()) ? "未予调解。" : "调解未达成协议，终止调解。") + ending;
  }

  private static String performed(Dispute dispute) {
    var states = Accords.of(dispute).binding().map(Agreement::state).toList();
    if (states.isEmpty()) {
      return "";
    }
    if (states.contains(Agreement.State.BREACHED)) {
      return "有义务到期没有履行，已告知可以申请强制执行或者提起诉讼。";
    }
    return states.contains(Agreement.State.EFFECTIVE) ? "协议正在履行。" : "协议约定的义务全部履行完毕。";
  }

  private static CasePaper remedies(Filling filling, EndNotice told) {
    return new NoticeOfRemedies(
        filling.at(told.at()),
        filling.persons(),
        Labels.ending(filling.dispute().conducted().endCode()) + filling.text(told.noteRef()),
        told.remedies().stream().map(it -> Labels.of(it) + "：" + Labels.advice(it) + "。").toList(),
        filling.openLines());
  }

  private static CasePaper letter(Filling filling, HandOver it) {
    return letter(
        filling,
        new Sending(
            Integer.parseInt(it.no().substring(1)),
            it.pathway(),
            it.body(),
            it.claims(),
            it.preparedAt()));
  }

  static HandOverLetter letter(Filling filling, Sending sending) {
    Dispute dispute = filling.dispute();
    return new HandOverLetter(
        filling.at(sending.preparedAt()),
        sending.number(),
        Labels.of(sending.pathway()),
        filling.bodies().name(dispute.filed().division(), sending.pathway(), sending.body()),
        filling.persons(),
        Labels.of(dispute.filed().kind()),
        sending.claims().stream()
            .flatMap(no -> dispute.claim(no).stream())
            .map(filling::claim)
            .toList(),
        List.of("见清单 manifest.json"));
  }
}
