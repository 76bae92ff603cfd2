package cn.linli.events.timebank;

import java.time.Instant;

/**
 * Time that mediators gave in a session; streams {@code x:session:<dispute>-<number>}. It follows
 * attendance, never the outcome, and unpaid volunteers only (domain rules §0.8).
 */
public sealed interface SessionCreditEvent extends TimebankEvent {

  /**
   * @param mediator id on the roster of the mediation service
   * @param account that is linked to them
   */
  record SessionTimeOwed(
      String dispute,
      int session,
      String mediator,
      String account,
      String division,
      int minutes,
      Instant began,
      Instant ended)
      implements SessionCreditEvent {}

  /** {@code code}: paid · no-account · no-minutes. */
  record SessionTimePassedOver(String dispute, int session, String mediator, String code)
      implements SessionCreditEvent {}

  /**
   * Nobody has said yet whose passbook it belongs on: kept with the mediator until somebody does.
   */
  record SessionTimeKept(
      String dispute, int session, String mediator, int minutes, Instant began, Instant ended)
      implements SessionCreditEvent {}

  /** Posted in the same commit. */
  record SessionTimeCredited(String dispute, int session, String mediator, int minutes)
      implements SessionCreditEvent {}

  /** {@code code}: why the bank did not post it. */
  record SessionTimeDeclined(String dispute, int session, String mediator, String code)
      implements SessionCreditEvent {}

  /** A clerk says whose passbook a mediator's time belongs on; {@code x:mediator:<id>}. */
  record MediatorLinked(String mediator, String account, String division)
      implements SessionCreditEvent {}
}
