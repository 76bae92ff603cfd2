package cn.linli.events.mediation;

import java.time.Instant;

/** What mediators put into the file beside sessions and agreements (domain rules §5.3). */
public sealed interface DossierEvent extends MediationEvent {

  /**
   * A mediator looked at what shows who a party is.
   *
   * @param proofRef which document, and its number as far as it is kept
   */
  record IdentitySeen(String party, String proofRef) implements DossierEvent {}

  /**
   * A party lets somebody act for it.
   *
   * @param number of such powers in this dispute, from 1
   * @param special the agent may admit, waive, settle and sign
   * @param contentRef who, and what exactly
   */
  record PowerGiven(int number, String party, boolean special, String contentRef)
      implements DossierEvent {}

  /**
   * Somebody was asked about the facts.
   *
   * @param number of such records in this dispute, from 1
   * @param at when
   * @param contentRef who, where, and what they said
   */
  record Investigated(int number, Instant at, String contentRef) implements DossierEvent {}
}
