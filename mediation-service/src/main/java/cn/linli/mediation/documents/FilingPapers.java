package cn.linli.mediation.documents;

import cn.linli.events.mediation.DisputeSource;
import cn.linli.mediation.domain.Conduct;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Dossier;
import cn.linli.mediation.domain.Filing;
import cn.linli.mediation.papers.Application;
import cn.linli.mediation.papers.CasePaper;
import cn.linli.mediation.papers.Cover;
import cn.linli.mediation.papers.EvidenceList;
import cn.linli.mediation.papers.Identities;
import cn.linli.mediation.papers.Investigation;
import cn.linli.mediation.papers.NoticeOfRights;
import cn.linli.mediation.papers.PowerOfAttorney;
import cn.linli.mediation.papers.Registration;
import cn.linli.mediation.papers.Signed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Papers of what was asked, who asks it, and what was found out. */
final class FilingPapers {

  private static final String BY_HAND = "（签名、盖章或按指印）";

  private FilingPapers() {}

  static List<CasePaper> of(Filling filling, String kept, List<EvidenceList.Item> evidence) {
    Dispute dispute = filling.dispute();
    Filing filed = dispute.filed();
    Conduct conduct = dispute.conducted();
    Instant accepted = conduct.acceptedAt();
    var papers = new ArrayList<CasePaper>();
    if (accepted != null) {
      papers.add(cover(filling, accepted, kept));
    }
    if (filed.source() == DisputeSource.SELF) {
      papers.add(
          new Application(
              filling.at(filed.receivedAt()),
              filling.persons(),
              filling.facts(),
              filling.claims(),
              List.of(Signed.open("申请人" + BY_HAND))));
    }
    if (accepted != null) {
      papers.add(
          new Registration(
              filling.at(accepted),
              filed.receivedAt(),
              filling.persons(),
              Labels.of(filed.kind()),
              Labels.of(filed.source()),
              filling.facts(),
              filling.mediator(conduct.acceptedBy()),
              "",
              List.of(Signed.open("当事人" + BY_HAND))));
      var lines = new ArrayList<>(filling.openLines());
      lines.add(Signed.open("告知人（人民调解员）"));
      papers.add(new NoticeOfRights(filling.at(accepted), filling.persons(), lines));
    }
    papers.addAll(found(filling));
    if (!evidence.isEmpty()) {
      papers.add(new EvidenceList(filling.at(accepted), evidence));
    }
    return papers;
  }

  private static Cover cover(Filling filling, Instant accepted, String kept) {
    Conduct conduct = filling.dispute().conducted();
    return new Cover(
        filling.at(accepted),
        filling.title(),
        filling.mediators(),
        accepted,
        conduct.concludedAt(),
        filling.mediator(conduct.closedBy()),
        conduct.concludedAt(),
        kept,
        "");
  }

  private static List<CasePaper> found(Filling filling) {
    Dossier dossier = Dossier.of(filling.dispute());
    var papers = new ArrayList<CasePaper>();
    List<Dossier.Seen> identities =
        dossier.identities().stream().filter(it -> filling.ofOne(it.party())).toList();
    if (!identities.isEmpty()) {
      papers.add(
          new Identities(
              filling.at(identities.getFirst().at()),
              identities.stream().flatMap(it -> seen(filling, it).stream()).toList()));
    }
    dossier.powers().stream()
        .filter(it -> filling.ofOne(it.party()))
        .forEach(it -> papers.add(power(filling, it)));
    if (filling.reader().inquiries()) {
      dossier.inquiries().forEach(it -> papers.add(inquiry(filling, it)));
    }
    return papers;
  }

  private static Optional<Identities.Seen> seen(Filling filling, Dossier.Seen it) {
    Optional<Proof.Identity> proof = filling.opened().read(it.proofRef(), Proof.Identity.class);
    return filling
        .dispute()
        .party(it.party())
        .map(party ->
            new Identities.Seen(
                filling.person(party),
                proof.map(Proof.Identity::document).orElse(Filling.ERASED),
                proof.map(Proof.Identity::maskedNumber).orElse(""),
                filling.mediator(it.by()),
                it.at()));
  }

  private static CasePaper power(Filling filling, Dossier.Power it) {
    Optional<Proof.Power> power = filling.opened().read(it.contentRef(), Proof.Power.class);
    var principal = filling.dispute().party(it.party()).orElseThrow();
    return new PowerOfAttorney(
        filling.at(it.at()),
        it.number(),
        filling.person(principal),
        power.map(Proof.Power::agent).map(filling::shown).orElse(Filling.ERASED),
        power.map(Proof.Power::relation).orElse(""),
        "代为参加本纠纷的人民调解",
        it.special(),
        power.map(Proof.Power::scope).map(filling::words).orElse(""),
        List.of(Signed.open(filling.label(principal)), Signed.open("受托人" + BY_HAND)));
  }

  private static CasePaper inquiry(Filling filling, Dossier.Inquiry it) {
    Optional<Proof.Inquiry> inquiry = filling.opened().read(it.contentRef(), Proof.Inquiry.class);
    return new Investigation(
        filling.at(it.recordedAt()),
        it.number(),
        it.at(),
        inquiry.map(Proof.Inquiry::place).orElse(Filling.ERASED),
        inquiry.map(Proof.Inquiry::present).map(filling::shown).orElse(""),
        inquiry.map(Proof.Inquiry::asked).map(filling::shown).orElse(Filling.ERASED),
        filling.mediator(it.by()),
        filling.mediator(it.by()),
        inquiry.map(Proof.Inquiry::text).map(filling::words).orElse(Filling.ERASED),
        List.of(Signed.open("被调查人" + BY_HAND), Signed.open("调查人"), Signed.open("记录人")));
  }
}
