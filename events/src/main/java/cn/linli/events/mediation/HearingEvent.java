package cn.linli.events.mediation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens between acceptance and agreement. {@code number} counts sessions, caucuses, offers
 * and helpers of one dispute from 1, each for itself. What somebody said, and above all what
 * somebody would concede, is behind a reference that only this service opens: concessions may not
 * be used against who made them (特邀调解规定 §22, 民诉法解释 §107).
 */
public sealed interface HearingEvent extends MediationEvent {

  /**
   * A session is called.
   *
   * @param venueRef where
   * @param open whether others may listen (人民调解法 §23)
   * @param parties who was told of it: numbers of parties
   * @param mediators who was told of it: ids of mediators
   */
  record SessionScheduled(
      int number,
      Instant at,
      String venueRef,
      boolean open,
      List<String> parties,
      List<String> mediators)
      implements HearingEvent {
    public SessionScheduled {
      parties = List.copyOf(parties);
      mediators = List.copyOf(mediators);
    }
  }

  /** Another time or place; whoever was told is told again. */
  record SessionRescheduled(
      int number,
      Instant from,
      Instant at,
      String venueRef,
      boolean open,
      String reasonRef,
      List<String> parties,
      List<String> mediators)
      implements HearingEvent {
    public SessionRescheduled {
      parties = List.copyOf(parties);
      mediators = List.copyOf(mediators);
    }
  }

  /**
   * Somebody who was called knows of it.
   *
   * @param who number of a party or id of a mediator
   */
  record SessionNoticed(int number, String who) implements HearingEvent {}

  /**
   * A session took place.
   *
   * @param first the first that took place: success at the first session is counted by it
   * @param began null: not written down
   * @param present numbers of parties who were there themselves
   * @param represented numbers of parties whose representative was there
   * @param absent numbers of parties nobody came for
   * @param mediators who mediated, and how long: minutes follow attendance, never the outcome
   * @param helpers numbers of helpers who were there
   * @param listeners how many others listened; 0 in a closed one
   * @param courseRef how it went
   * @param resultRef what came of it
   */
  record SessionHeld(
      int number,
      boolean first,
      boolean open,
      @Nullable Instant began,
      @Nullable Instant ended,
      List<String> present,
      List<String> represented,
      List<String> absent,
      List<Attended> mediators,
      List<Integer> helpers,
      int listeners,
      String courseRef,
      String resultRef)
      implements HearingEvent {
    public SessionHeld {
      present = List.copyOf(present);
      represented = List.copyOf(represented);
      absent = List.copyOf(absent);
      mediators = List.copyOf(mediators);
      helpers = List.copyOf(helpers);
    }
  }

  /**
   * A mediator's time in a session.
   *
   * @param mediator id
   * @param minutes whole minutes from the session's begin to its end, or less where they left; 0
   *     where nobody wrote down when it began and ended
   * @param paid whether the work is paid: such time is never posted to a time bank
   */
  record Attended(String mediator, int minutes, boolean paid) {}

  /**
   * A relative, neighbour or expert is to help; needs every party's consent (人民调解法 §20).
   *
   * @param relation code of who they are: relative · neighbour · colleague · expert · elder ·
   *     organisation
   * @param nameRef name
   * @param given numbers of the parties that have consented with it
   */
  record HelperProposed(int number, String relation, String nameRef, List<String> given)
      implements HearingEvent {
    public HelperProposed {
      given = List.copyOf(given);
    }
  }

  /** A party lets the helper take part or not. */
  record HelperAnswered(int number, String party, boolean given) implements HearingEvent {}

  /**
   * A talk with one side alone. Nobody else is told that it took place: the service that holds it
   * shows it to that party and to the panel's mediators only.
   */
  record CaucusHeld(int number, String party, String noteRef) implements HearingEvent {}

  /**
   * A proposal, a counter-proposal or a new version of one.
   *
   * @param version from 1; a higher one replaces what its maker proposed before under the same
   *     number
   * @param by number of the party; null: the mediators' own proposal
   * @param replyTo number of the offer it answers
   * @param contentRef what is offered; amounts too stand only there
   */
  record OfferMade(
      int number,
      int version,
      @Nullable String by,
      @Nullable Integer replyTo,
      @Nullable Integer replyToVersion,
      String contentRef)
      implements HearingEvent {}

  /**
   * Facts nobody disputes, put down to be used later with everybody's consent (山东多元化解条例 §24).
   *
   * @param version from 1; a new text starts the consents anew
   */
  record UndisputedFactsDrafted(int version, String contentRef) implements HearingEvent {}

  /** A party signs the text as it stands, or does not. */
  record UndisputedFactsAnswered(int version, String party, boolean given)
      implements HearingEvent {}
}
