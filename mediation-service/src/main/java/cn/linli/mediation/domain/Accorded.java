package cn.linli.mediation.domain;

import cn.linli.events.mediation.AgreementEvent;
import cn.linli.events.mediation.AgreementEvent.*;
import java.time.Instant;

/**
 * What agreements make of their dispute: drafted on all that is open → agreed, signed and sealed →
 * effective, then performed or breached, closed. While some claims are open mediation goes on.
 */
final class Accorded {

  private Accorded() {}

  static Dispute apply(Dispute now, AgreementEvent event, Instant at, String by) {
    Dispute next = now.with(now.proceedings().with(Accords.of(now).after(event, at, by)));
    return switch (event) {
      case AgreementDrafted it -> next.with(it.partial() ? Status.MEDIATING : Status.AGREED);
      case AgreementEffective it -> effective(next, it);
      case AgreementPerformed _, AgreementBreached _ ->
          next.status().isOpen() || next.status() == Status.AGREED ? next : standing(next);
      case DisputeClosed _ -> next.with(Status.CLOSED).with(next.conducted().closed(by));
      default -> next;
    };
  }

  private static Dispute effective(Dispute next, AgreementEffective it) {
    var claims =
        Accords.of(next).agreements().stream()
            .filter(agreement -> agreement.id().equals(it.agreement()))
            .flatMap(agreement -> agreement.claims().stream())
            .toList();
    Dispute settled =
        next.withClaims(
            next.claims().stream()
                .map(claim ->
                    claims.contains(claim.no()) && claim.status() == Claim.Status.OPEN
                        ? claim.with(Claim.Status.SETTLED)
                        : claim)
                .toList());
    return settled.contested().isEmpty() ? standing(settled) : settled.with(Status.MEDIATING);
  }

  /** Mediation has ended with something agreed: how far that is done. */
  static Dispute standing(Dispute dispute) {
    var states = Accords.of(dispute).binding().map(Agreement::state).toList();
    return dispute.with(
        states.contains(Agreement.State.BREACHED)
            ? Status.BREACHED
            : !states.isEmpty() && states.stream().allMatch(Agreement.State.PERFORMED::equals)
                ? Status.PERFORMED
                : Status.EFFECTIVE);
  }
}
