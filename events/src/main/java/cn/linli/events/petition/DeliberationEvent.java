package cn.linli.events.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The five steps of a deliberation: 提事 raise, 议事 discuss, 商事 negotiate, 办事 act, 评事 review (domain
 * rules R4-16). {@code number} counts the deliberations of one request from 1. None of them moves
 * the answer's clock.
 */
public sealed interface DeliberationEvent extends PetitionEvent {

  /** Names of the counts in the views. */
  String HELD = "deliberationsHeld";

  String COMPLETED = "deliberationsCompleted";

  /**
   * 提事.
   *
   * @param matter what it is about, a code of the body's register such as {@code covenant}; null
   *     where nobody said
   */
  record DeliberationRaised(
      int number, @Nullable String matter, String topicRef, String venueRef, Instant meetingAt)
      implements DeliberationEvent {}

  /**
   * 议事, with a quorum.
   *
   * @param present everybody who was there
   * @param counted those whose role has a seat
   * @param quorum how many of the {@code seats} were needed
   */
  record MeetingHeld(
      Facets facets,
      int number,
      int present,
      int counted,
      int quorum,
      int seats,
      List<HeadCount> heads,
      @Nullable String attendeesRef,
      String resolutionRef)
      implements DeliberationEvent, Tallied {
    @Override
    public List<Tally> tallies(LocalDate today) {
      return List.of(new Tally(HELD, today, 1));
    }
  }

  /**
   * 商事.
   *
   * @param parties codes of organisations, divisions or roles; {@code noted} for other words, which
   *     are under {@code partiesRef}
   */
  record PartiesConsulted(
      int number, List<String> parties, @Nullable String partiesRef, String outcomeRef)
      implements DeliberationEvent {}

  /**
   * What parties agreed on in a consultation, for instance parking shared between estates.
   *
   * @param parties as in {@link PartiesConsulted}
   * @param objectRef what is shared or done
   * @param from first day
   * @param until last day
   */
  record AgreementReached(
      int number,
      List<String> parties,
      @Nullable String partiesRef,
      String objectRef,
      LocalDate from,
      LocalDate until)
      implements DeliberationEvent {}

  /**
   * 办事: a unit takes the task.
   *
   * @param unit code of the responsible organisation or division
   */
  record TaskTaken(int number, String unit, String taskRef, @Nullable Instant due)
      implements DeliberationEvent {}

  /**
   * 评事 by a resident or a participant.
   *
   * @param score 1–5
   * @param recorded somebody wrote it down for the reviewer, with evidence
   * @param completes the first review: all five steps are done
   */
  record DeliberationReviewed(
      Facets facets,
      int number,
      int score,
      boolean recorded,
      boolean completes,
      @Nullable String commentRef)
      implements DeliberationEvent, Tallied {
    @Override
    public List<Tally> tallies(LocalDate today) {
      return completes ? List.of(new Tally(COMPLETED, today, 1)) : List.of();
    }
  }
}
