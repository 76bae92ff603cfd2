package cn.linli.events.mediation;

import java.util.List;

/**
 * What became of the names behind a referral: events of requests carry none, so the service fetches
 * them once. {@code referral} is the referral's id.
 */
public sealed interface ContactEvent extends MediationEvent {

  /**
   * Who the parties are was fetched; each {@code PartyDescribed} in the same commit says one.
   *
   * @param refs under which this service keeps its own copies
   */
  record ContactsFetched(String referral, List<String> refs) implements ContactEvent {
    public ContactsFetched {
      refs = List.copyOf(refs);
    }
  }

  /** Nobody will fetch them any more: the mediators ask the parties. {@code code}: why. */
  record ContactsNotFetched(String referral, String code) implements ContactEvent {}

  /**
   * They were erased where they came from, and here with it.
   *
   * @param refs of the copies that are gone
   */
  record ContactsErased(String referral, List<String> refs) implements ContactEvent {
    public ContactsErased {
      refs = List.copyOf(refs);
    }
  }

  /** The copies could not be erased. {@code code}: why. */
  record ContactErasureDeclined(String referral, String code) implements ContactEvent {}
}
