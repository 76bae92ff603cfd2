package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.AgreementEvent.AgreementDrafted;
import cn.linli.events.mediation.AgreementForm;
import cn.linli.events.mediation.AmountBand;
import cn.linli.events.mediation.ItemAgreed;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.mediation.domain.AgreementCommand.Agree;
import cn.linli.mediation.domain.AgreementCommand.Item;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The words of an agreement; several in one case, each on claims of its own (partial agreement: 山东省
 * 多元化解纠纷促进条例 §23).
 */
final class Agreeing {

  /** Of one dispute, superseded drafts included. */
  static final int AGREEMENTS_MAX = 30;

  /** Of one dispute, over all its agreements: 50 parties, and instalments. */
  static final int OBLIGATIONS_MAX = 300;

  private Agreeing() {}

  static Decision<MediationEvent> draft(Agree draft, Dispute dispute, Facts facts) {
    if (!Mediators.conducts(facts.actor(), dispute)) {
      return refuse("not-the-mediators");
    }
    if (dispute.status() != Status.MEDIATING && dispute.status() != Status.AGREED) {
      return refuse(dispute.isOpen() ? "not-mediating" : "already-ended");
    }
    Accords accords = Accords.of(dispute);
    if (accords.agreements().size() >= AGREEMENTS_MAX) {
      return refuse("too-many-agreements", "limit", AGREEMENTS_MAX);
    }
    if (accords.obligations() + draft.items().size() > OBLIGATIONS_MAX) {
      return refuse("too-many-items", "limit", OBLIGATIONS_MAX);
    }
    Optional<Refusal> objection = AgreementGate.objection(draft, dispute, facts);
    if (objection.isPresent()) {
      return refuse(objection.get());
    }
    List<String> open = dispute.contested().stream().map(Claim::no).toList();
    List<String> claims = claims(draft, dispute, open);
    if (claims.isEmpty()) {
      return refuse(draft.partial() ? "settles-no-claim" : "no-open-claim");
    }
    for (String claim : claims) {
      if (!open.contains(claim)) {
        return refuse(
            dispute.claim(claim).isPresent() ? "claim-not-open" : "unknown-claim", "claim", claim);
      }
    }
    boolean leavesSome = !claims.containsAll(open);
    if (leavesSome != draft.partial()) {
      return refuse(leavesSome ? "partial-not-said" : "nothing-left-open");
    }
    return accept(drafted(draft, claims, dispute, facts));
  }

  private static List<MediationEvent> drafted(
      Agree draft, List<String> claims, Dispute dispute, Facts facts) {
    Accords accords = Accords.of(dispute);
    var events = new ArrayList<MediationEvent>();
    events.add(
        new AgreementDrafted(
            draft.id(),
            draft.form(),
            draft.partial(),
            claims,
            bound(claims, draft.items(), dispute),
            Objects.requireNonNull(draft.factsRef()),
            Objects.requireNonNull(draft.issuesRef()),
            draft.responsibilitiesRef(),
            items(draft, accords.obligations()),
            draft.determines(),
            AmountBand.ofSum(draft.items().stream().map(Item::amountFen).toList()),
            accords.agreements().stream()
                .filter(it -> it.state() == Agreement.State.DRAFTED)
                .filter(it -> it.claims().stream().anyMatch(claims::contains))
                .map(Agreement::id)
                .toList()));
    events.addAll(Effect.ofWords(draft.id(), Evolution.all(dispute, events, facts), facts));
    return events;
  }

  private static List<String> claims(Agree draft, Dispute dispute, List<String> open) {
    if (!draft.claims().isEmpty()) {
      return draft.claims().stream().distinct().toList();
    }
    return draft.partial()
        ? dispute.contested().stream()
            .filter(claim -> draft.items().stream().anyMatch(item -> answers(item, claim)))
            .map(Claim::no)
            .toList()
        : open;
  }

  private static boolean answers(Item item, Claim claim) {
    return claim.by().equals(item.obligee())
        && item.obligor() != null
        && claim.against().contains(item.obligor());
  }

  /** Every party of the claims and of the items: nobody is bound without a name under it. */
  private static List<String> bound(List<String> claims, List<Item> items, Dispute dispute) {
    var bound = new LinkedHashSet<String>();
    for (Claim claim : dispute.claims()) {
      if (claims.contains(claim.no())) {
        bound.add(claim.by());
        claim.against().stream().filter(dispute::isPresent).forEach(bound::add);
      }
    }
    for (Item item : items) {
      bound.add(Objects.requireNonNull(item.obligor()));
      bound.add(Objects.requireNonNull(item.obligee()));
    }
    return List.copyOf(bound);
  }

  private static List<ItemAgreed> items(Agree draft, int before) {
    var items = new ArrayList<ItemAgreed>();
    for (Item item : draft.items()) {
      Long fen = item.amountFen();
      items.add(
          new ItemAgreed(
              "o" + (before + items.size() + 1),
              Objects.requireNonNull(item.obligor()),
              Objects.requireNonNull(item.obligee()),
              item.termsRef(),
              fen == null ? null : AmountBand.ofFen(fen),
              Objects.requireNonNull(item.due())));
    }
    return items;
  }

  /** Whether only the mediator's record makes it binding. */
  static boolean isOral(Agreement agreement) {
    return agreement.form() == AgreementForm.ORAL;
  }
}
