package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.WireName;
import cn.linli.events.mediation.ContactEvent;
import cn.linli.events.mediation.ContactEvent.*;
import cn.linli.events.mediation.DisputeEvent.PartyDescribed;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.petition.ReferralOrigin;
import cn.linli.mediation.domain.ContactCommand.*;
import cn.linli.platform.decide.Decision;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the names behind a referral. Source: design §5: contacts never travel in events;
 * whoever takes over fetches them once and obeys their erasure.
 *
 * @param code why they were not fetched
 * @param refs of our own copies
 */
public record Contacts(State state, @Nullable String code, List<String> refs) {

  /** How far it is. */
  public enum State implements WireName {
    FETCHED,
    NOT_FETCHED,
    ERASED
  }

  public Contacts {
    refs = List.copyOf(refs);
  }

  /** Whether somebody still has to fetch them: nobody does for a case that has ended. */
  public static boolean areAwaited(Dispute dispute) {
    return dispute.isOpen()
        && dispute.filed().origin() != null
        && dispute.filed().erasedAt() == null
        && dispute.proceedings().contacts() == null;
  }

  static Decision<MediationEvent> decide(ContactCommand command, Dispute dispute) {
    ReferralOrigin origin = dispute.filed().origin();
    if (origin == null || !origin.referral().equals(command.referral())) {
      return refuse("not-found");
    }
    if (command instanceof EraseContacts(var referral)) {
      Contacts contacts = dispute.proceedings().contacts();
      return accept(new ContactsErased(referral, contacts == null ? List.of() : contacts.refs()));
    }
    if (!areAwaited(dispute)) {
      return refuse("contacts-settled");
    }
    return switch (command) {
      case TakeContacts take -> taken(take, dispute);
      case GiveUpContacts(var referral, var code) -> accept(new ContactsNotFetched(referral, code));
      case EraseContacts _ -> throw new IllegalStateException("decided above");
    };
  }

  private static Decision<MediationEvent> taken(TakeContacts take, Dispute dispute) {
    var events = new ArrayList<MediationEvent>();
    var refs = new ArrayList<String>();
    for (Copy copy : take.copies()) {
      boolean blank =
          dispute
              .party(copy.party())
              .filter(it -> it.nameRef().equals(copy.blankRef()))
              .isPresent();
      if (blank) {
        refs.add(copy.nameRef());
        events.add(
            new PartyDescribed(
                copy.party(),
                copy.type(),
                copy.nameRef(),
                copy.organisation(),
                copy.represented(),
                copy.phoneMark()));
      }
    }
    events.add(new ContactsFetched(take.referral(), refs));
    return accept(events);
  }

  static Dispute after(ContactEvent event, Dispute now) {
    return switch (event) {
      case ContactsFetched(var referral, var refs) -> with(now, State.FETCHED, null, refs);
      case ContactsNotFetched(var referral, var code) ->
          with(now, State.NOT_FETCHED, code, List.of());
      case ContactsErased(var referral, var refs) ->
          with(now, State.ERASED, null, List.of())
              .withParties(
                  now.parties().stream()
                      .map(party -> refs.contains(party.nameRef()) ? party.forgotten() : party)
                      .toList());
      case ContactErasureDeclined _ -> now; // on the referral's own stream
    };
  }

  private static Dispute with(Dispute now, State state, @Nullable String code, List<String> refs) {
    return now.with(now.proceedings().with(new Contacts(state, code, refs)));
  }
}
