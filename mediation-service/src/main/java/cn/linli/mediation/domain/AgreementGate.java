package cn.linli.mediation.domain;

import cn.linli.events.mediation.AgreementForm;
import cn.linli.mediation.domain.AgreementCommand.Agree;
import cn.linli.mediation.domain.AgreementCommand.Item;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an agreement needs before it binds: parties, facts, issues, content, manner and due, every
 * party's and every mediator's signature, the seal; an oral one needs no signature and no seal.
 * Each has a code of its own. Source: 人民调解法 §28–30, domain rules §0.5.
 */
final class AgreementGate {

  private AgreementGate() {}

  /** What its words lack. */
  static Optional<Refusal> objection(Agree draft, Dispute dispute, Facts facts) {
    if (draft.factsRef() == null) {
      return no("agreement-facts-missing");
    }
    if (draft.issuesRef() == null) {
      return no("agreement-issues-missing");
    }
    if (draft.items().isEmpty()) {
      return no("agreement-items-missing");
    }
    for (Item item : draft.items()) {
      Optional<Refusal> objection = objection(item, dispute, facts);
      if (objection.isPresent()) {
        return objection;
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> objection(Item item, Dispute dispute, Facts facts) {
    if (item.obligor() == null || item.obligee() == null) {
      return no("agreement-parties-missing");
    }
    for (String party : List.of(item.obligor(), item.obligee())) {
      if (dispute.party(party).isEmpty()) {
        return Optional.of(Refusal.of("unknown-party", "party", party));
      }
      if (!dispute.isPresent(party)) {
        return no("party-left");
      }
    }
    if (item.obligor().equals(item.obligee())) {
      return no("owes-itself");
    }
    if (!item.hasContent()) {
      return no("agreement-content-missing");
    }
    if (!item.hasManner()) {
      return no("agreement-manner-missing");
    }
    if (item.due() == null) {
      return no("agreement-due-missing");
    }
    return item.due().isBefore(WorkCalendar.startOfDay(facts.today()))
        ? no("due-before-agreement")
        : Optional.empty();
  }

  /** What still keeps it from binding, in the order of the law; empty: nothing. */
  static List<String> missing(Agreement agreement, Dispute dispute) {
    if (agreement.form() == AgreementForm.ORAL) {
      return List.of();
    }
    var missing = new ArrayList<String>();
    if (agreement.binds().stream().anyMatch(it -> !agreement.isSignedByParty(it))) {
      missing.add("party-signature-missing");
    }
    List<String> mediators = Mediators.of(dispute);
    boolean signed =
        mediators.isEmpty()
            ? agreement.signatures().stream().anyMatch(it -> it.mediator() != null)
            : mediators.stream().allMatch(agreement::isSignedByMediator);
    if (!signed) {
      missing.add("mediator-signature-missing");
    }
    if (agreement.sealedAt() == null) {
      missing.add("committee-seal-missing");
    }
    return missing;
  }

  /** Why an agreement that does not bind can't be acted on. */
  static Optional<Refusal> unbinding(Agreement agreement, Dispute dispute) {
    if (agreement.state() == Agreement.State.SUPERSEDED) {
      return no("agreement-superseded");
    }
    return agreement.state().binds()
        ? Optional.empty()
        : Optional.of(
            missing(agreement, dispute).stream()
                .findFirst()
                .map(Refusal::of)
                .orElseGet(() -> Refusal.of("not-effective")));
  }

  private static Optional<Refusal> no(String code) {
    return Optional.of(Refusal.of(code));
  }
}
