package cn.linli.mediation.domain;

import cn.linli.events.WireName;
import cn.linli.events.mediation.PartyCause;
import cn.linli.events.mediation.PartyNamed;
import cn.linli.events.mediation.PartyRole;
import cn.linli.events.mediation.PartyType;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One side of a dispute.
 *
 * @param nameRef name, phone and representative, in the vault
 * @param organisation code of the body it is, whose officers speak for it
 * @param speaker whose token speaks for it, a pseudonymous reference: who filed, or who joined with
 *     the party's code
 * @param codeMark keyed hash of the code by which it may join; null: none is out
 * @param consentAt when it answered
 * @param left why it is no longer there; null: it is
 * @param phoneMark keyed hash of its phone; null: none is known
 */
public record Party(
    String no,
    PartyRole role,
    PartyType type,
    String nameRef,
    @Nullable String organisation,
    boolean represented,
    @Nullable String speaker,
    @Nullable String codeMark,
    Consent consent,
    @Nullable Instant consentAt,
    @Nullable PartyCause left,
    @Nullable Instant leftAt,
    @Nullable String phoneMark) {

  /** Whether it agrees to be mediated. */
  public enum Consent implements WireName {
    ASKED,
    GIVEN,
    REFUSED
  }

  static Party of(PartyNamed named, String filedBy, Instant at) {
    return new Party(
        named.no(),
        named.role(),
        named.type(),
        named.nameRef(),
        named.organisation(),
        named.represented(),
        named.filer() ? filedBy : null,
        null,
        named.consented() ? Consent.GIVEN : Consent.ASKED,
        named.consented() ? at : null,
        null,
        null,
        named.phoneMark());
  }

  /** Keyed hashes of who it is and who speaks for it. */
  public Set<String> marks() {
    var marks = new HashSet<String>();
    if (phoneMark != null) {
      marks.add(phoneMark);
    }
    if (speaker != null) {
      marks.add(Actor.mark(speaker));
    }
    return marks;
  }

  /** It has not left. */
  public boolean isPresent() {
    return left == null;
  }

  Party consented(Instant at) {
    return copy(speaker, codeMark, Consent.GIVEN, at, left, leftAt);
  }

  Party leaving(PartyCause cause, Instant at) {
    boolean refused = cause == PartyCause.REFUSED;
    return copy(
        speaker, null, refused ? Consent.REFUSED : consent, refused ? at : consentAt, cause, at);
  }

  Party invited(String newCodeMark) {
    return copy(speaker, newCodeMark, consent, consentAt, left, leftAt);
  }

  Party described(
      PartyType newType,
      String newNameRef,
      @Nullable String newOrganisation,
      boolean isRepresented,
      @Nullable String newPhoneMark) {
    return new Party(
        no,
        role,
        newType,
        newNameRef,
        newOrganisation,
        isRepresented,
        speaker,
        codeMark,
        consent,
        consentAt,
        left,
        leftAt,
        newPhoneMark);
  }

  /** Who it is was erased: neither its name nor its number leads to it any more. */
  Party forgotten() {
    return described(type, nameRef, organisation, represented, null);
  }

  Party joinedBy(String newSpeaker) {
    return copy(newSpeaker, null, consent, consentAt, left, leftAt);
  }

  private Party copy(
      @Nullable String newSpeaker,
      @Nullable String newCodeMark,
      Consent newConsent,
      @Nullable Instant answeredAt,
      @Nullable PartyCause cause,
      @Nullable Instant at) {
    return new Party(
        no,
        role,
        type,
        nameRef,
        organisation,
        represented,
        newSpeaker,
        newCodeMark,
        newConsent,
        answeredAt,
        cause,
        at,
        phoneMark);
  }
}
