package cn.linli.mediation.domain;

import java.util.Optional;

/** Whether mediation goes on, and whether who asks is one of those who mediate. */
final class Mediating {

  private Mediating() {}

  /** Why a mediator may not act now; empty: they may. */
  static Optional<String> objection(Dispute dispute, Facts facts) {
    if (!facts.actor().handles(dispute)) {
      return Optional.of("not-the-mediators");
    }
    return dispute.status() == Status.MEDIATING ? Optional.empty() : Optional.of(notNow(dispute));
  }

  static String notNow(Dispute dispute) {
    return dispute.isOpen() ? "not-mediating-yet" : "already-ended";
  }
}
