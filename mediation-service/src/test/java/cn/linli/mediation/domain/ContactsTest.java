package cn.linli.mediation.domain;

import static cn.linli.mediation.domain.Scene.MEDIATOR;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.ContactEvent.ContactsErased;
import cn.linli.events.mediation.ContactEvent.ContactsFetched;
import cn.linli.events.mediation.ContactEvent.ContactsNotFetched;
import cn.linli.events.mediation.DisputeEvent.PartyDescribed;
import cn.linli.events.mediation.PartyType;
import cn.linli.events.petition.ReferralOrigin;
import cn.linli.mediation.domain.ContactCommand.*;
import cn.linli.mediation.domain.DisputeCommand.Describe;
import cn.linli.mediation.domain.DisputeCommand.Register;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names behind a referral are taken over once, never over what was said here, and forgotten. */
class ContactsTest {

  private static final String REFERRAL = "referral";
  private static final TakeContacts TAKE =
      new TakeContacts(REFERRAL, List.of(copy("p1"), copy("p2")));

  private static Copy copy(String party) {
    return new Copy(
        party, "name-" + party, PartyType.PERSON, "copy-" + party, null, false, "mark-" + party);
  }

  private static PartyDescribed described(String party) {
    return new PartyDescribed(
        party, PartyType.PERSON, "copy-" + party, null, false, "mark-" + party);
  }

  private static Scene referred() {
    Register it = Scene.draft().register();
    return Scene.start()
        .by(
            Actor.POLICY,
            new Register(
                it.id(),
                it.kind(),
                it.source(),
                it.division(),
                it.contentRef(),
                it.parties(),
                it.claims(),
                it.attachments(),
                null,
                false,
                false,
                new ReferralOrigin("petition", REFERRAL)))
        .accepted();
  }

  private static Scene taken() {
    return referred().by(Actor.POLICY, TAKE);
  }

  @Test
  void taken_over_once() {
    assertThat(Contacts.areAwaited(referred().state())).isTrue();
    var scene = taken();
    scene.then(
        described("p1"),
        described("p2"),
        new ContactsFetched(REFERRAL, List.of("copy-p1", "copy-p2")));
    assertThat(Contacts.areAwaited(scene.state())).isFalse();
    scene.by(Actor.POLICY, TAKE).refused("contacts-settled");
    scene.by(Actor.POLICY, new GiveUpContacts(REFERRAL, "late")).refused("contacts-settled");
  }

  @Test
  void whoever_was_named_here_keeps_that_name() {
    referred()
        .by(MEDIATOR, new Describe("p1", PartyType.PERSON, "said-here", null, false, null))
        .by(Actor.POLICY, TAKE)
        .then(described("p2"), new ContactsFetched(REFERRAL, List.of("copy-p2")))
        .by(Actor.POLICY, new EraseContacts(REFERRAL))
        .then(new ContactsErased(REFERRAL, List.of("copy-p2")));
  }

  @Test
  void forgotten_with_their_marks_and_never_taken_again() {
    var scene = taken();
    assertThat(scene.state().parties().getFirst().phoneMark()).isEqualTo("mark-p1");
    scene
        .by(Actor.POLICY, new EraseContacts(REFERRAL))
        .then(new ContactsErased(REFERRAL, List.of("copy-p1", "copy-p2")));
    assertThat(scene.state().parties()).allMatch(it -> it.phoneMark() == null);
    scene.by(Actor.POLICY, TAKE).refused("contacts-settled");
    referred()
        .by(Actor.POLICY, new EraseContacts(REFERRAL))
        .then(new ContactsErased(REFERRAL, List.of()))
        .by(Actor.POLICY, TAKE)
        .refused("contacts-settled");
  }

  @Test
  void given_up_with_a_code_and_only_for_its_own_referral() {
    referred()
        .by(Actor.POLICY, new GiveUpContacts("another", "x"))
        .refused("not-found")
        .by(Actor.POLICY, new GiveUpContacts(REFERRAL, "contacts-erased"))
        .then(new ContactsNotFetched(REFERRAL, "contacts-erased"));
    Scene.registered().by(Actor.POLICY, TAKE).refused("not-found");
    assertThat(Contacts.areAwaited(Scene.registered().state())).isFalse();
  }
}
