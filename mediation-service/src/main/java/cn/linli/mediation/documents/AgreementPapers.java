package cn.linli.mediation.documents;

import cn.linli.events.mediation.AgreementForm;
import cn.linli.events.mediation.PanelSeat;
import cn.linli.events.mediation.SigningManner;
import cn.linli.mediation.casework.Terms;
import cn.linli.mediation.domain.Accords;
import cn.linli.mediation.domain.Agreement;
import cn.linli.mediation.domain.Agreement.Signature;
import cn.linli.mediation.domain.Claim;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Obligation;
import cn.linli.mediation.domain.Panel;
import cn.linli.mediation.domain.Party;
import cn.linli.mediation.papers.CasePaper;
import cn.linli.mediation.papers.Duty;
import cn.linli.mediation.papers.OralAgreement;
import cn.linli.mediation.papers.Signed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Agreements on paper: a party reads those that bind it. */
final class AgreementPapers {

  private AgreementPapers() {}

  static List<String> references(Dispute dispute) {
    var refs = new ArrayList<@Nullable String>();
    for (Agreement agreement : Accords.of(dispute).agreements()) {
      refs.addAll(List.of(agreement.factsRef(), agreement.issuesRef()));
      refs.add(agreement.responsibilitiesRef());
      for (Obligation obligation : agreement.obligations()) {
        refs.add(obligation.termsRef());
        refs.add(obligation.noteRef());
      }
      agreement.visits().forEach(it -> refs.add(it.noteRef()));
      if (agreement.confirmation() != null) {
        refs.add(agreement.confirmation().courtRef());
        refs.add(agreement.confirmation().caseRef());
      }
    }
    return refs.stream().flatMap(it -> Optional.ofNullable(it).stream()).toList();
  }

  static List<CasePaper> of(Filling filling) {
    List<Agreement> agreements = Accords.of(filling.dispute()).agreements();
    var papers = new ArrayList<CasePaper>();
    for (int i = 0; i < agreements.size(); i++) {
      Agreement agreement = agreements.get(i);
      boolean stands = agreement.state() != Agreement.State.SUPERSEDED;
      if (stands && agreement.binds().stream().anyMatch(filling::ofOne)) {
        papers.add(paper(filling, agreement, i + 1));
      }
    }
    papers.addAll(FollowUpPapers.of(filling));
    return papers;
  }

  private static CasePaper paper(Filling filling, Agreement agreement, int number) {
    List<String> responsibilities =
        agreement.responsibilitiesRef() == null
            ? List.of()
            : filling.text(agreement.responsibilitiesRef()).lines().toList();
    List<Duty> duties = agreement.obligations().stream().map(it -> duty(filling, it)).toList();
    var mediators = mediators(filling, agreement);
    if (agreement.form() == AgreementForm.ORAL) {
      return new OralAgreement(
          filling.at(agreement.effectiveAt()),
          number,
          filling.persons(agreement.binds()),
          filling.text(agreement.factsRef()),
          filling.text(agreement.issuesRef()),
          responsibilities,
          duties,
          filling.mediators(),
          mediators);
    }
    var signatures = new ArrayList<Signed>();
    for (String party : inOrder(filling, agreement)) {
      signatures.add(
          signed(
              filling,
              agreement,
              filling.label(party),
              filling.name(party),
              it -> party.equals(it.party())));
    }
    signatures.addAll(mediators);
    String recorder = filling.mediator(agreement.draftedBy());
    signatures.add(
        recorder.isEmpty()
            ? Signed.open("记录人")
            : new Signed("记录人", recorder, agreement.draftedAt(), ""));
    return new cn.linli.mediation.papers.Agreement(
        filling.at(
            agreement.effectiveAt() == null ? agreement.draftedAt() : agreement.effectiveAt()),
        number,
        filling.persons(inOrder(filling, agreement)),
        filling.text(agreement.factsRef()),
        filling.text(agreement.issuesRef()),
        responsibilities,
        duties,
        agreement.partial(),
        left(filling, agreement),
        signatures,
        agreement.sealedAt());
  }

  /** As the parties were named, not as its claims name them. */
  private static List<String> inOrder(Filling filling, Agreement agreement) {
    return filling.dispute().parties().stream()
        .map(Party::no)
        .filter(agreement.binds()::contains)
        .toList();
  }

  static Duty duty(Filling filling, Obligation it) {
    Optional<Terms> terms = filling.opened().read(it.termsRef(), Terms.class);
    return new Duty(
        filling.name(it.obligor()),
        filling.name(it.obligee()),
        terms.map(Terms::content).map(filling::words).orElse(Filling.ERASED),
        terms.map(Terms::amountFen).orElse(null),
        terms.map(Terms::manner).map(filling::words).orElse(""),
        terms.map(Terms::place).map(filling::words).orElse(""),
        it.due());
  }

  /** Claims that this agreement leaves as they are. */
  private static String left(Filling filling, Agreement agreement) {
    return filling.dispute().claims().stream()
        .filter(it -> !agreement.claims().contains(it.no()))
        .filter(it -> it.status() == Claim.Status.OPEN || it.status() == Claim.Status.HANDED_OVER)
        .map(filling::claim)
        .collect(Collectors.joining("；", "", "。"));
  }

  private static List<Signed> mediators(Filling filling, Agreement agreement) {
    var lines = new ArrayList<Signed>();
    agreement.signatures().stream()
        .filter(it -> it.mediator() != null)
        .forEach(it -> {
          String name = filling.mediator(it.mediator());
          lines.add(
              name.isEmpty()
                  ? Signed.open("人民调解员（已在系统签名，姓名手写）")
                  : new Signed("人民调解员", name, it.at(), how(it.manner())));
        });
    Panel.of(filling.dispute()).seats().stream()
        .map(PanelSeat::mediator)
        .filter(it -> !agreement.isSignedByMediator(it))
        .forEach(it -> lines.add(Signed.open("人民调解员 " + filling.mediator(it))));
    if (lines.isEmpty()) {
      lines.add(Signed.open("人民调解员"));
    }
    return lines;
  }

  private static Signed signed(
      Filling filling, Agreement agreement, String label, String name, Predicate<Signature> whose) {
    return agreement.signatures().stream()
        .filter(whose)
        .findFirst()
        .map(it -> new Signed(label, name, it.at(), how(it.manner())))
        .orElseGet(() -> Signed.open(label));
  }

  private static String how(SigningManner manner) {
    return switch (manner) {
      case SIGNATURE -> "签名";
      case SEAL -> "盖章";
      case FINGERPRINT -> "按指印";
    };
  }
}
