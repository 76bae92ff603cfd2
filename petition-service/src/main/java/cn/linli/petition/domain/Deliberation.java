package cn.linli.petition.domain;

import cn.linli.events.petition.HeadCount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest deliberation of a request, and every agreement that any of them brought.
 *
 * @param number of this one, from 1
 * @param meeting null until it was held with a quorum; likewise the parts that follow
 */
public record Deliberation(
    int number,
    @Nullable String matter,
    String topicRef,
    String venueRef,
    Instant meetingAt,
    Done raised,
    @Nullable Meeting meeting,
    @Nullable Consultation consultation,
    @Nullable Task task,
    Reviews reviews,
    List<Agreement> agreements) {

  /** More than any request was ever deliberated on. */
  static final int NUMBER_MAX = 10;

  /**
   * A step is done.
   *
   * @param by who did it, {@code role@division#keyed-hash}
   */
  public record Done(Instant at, String by) {}

  public record Meeting(
      Done done,
      int present,
      int counted,
      int quorum,
      int seats,
      List<HeadCount> heads,
      @Nullable String attendeesRef,
      String resolutionRef) {}

  public record Consultation(
      Done done, List<String> parties, @Nullable String partiesRef, String outcomeRef) {}

  public record Task(Done done, String unit, String taskRef, @Nullable Instant due) {}

  /**
   * @param by who reviewed in their own name
   * @param first null until somebody reviewed
   */
  public record Reviews(@Nullable Done first, int count, int scoreSum, List<String> by) {

    static final int COUNT_MAX = 500;
    static final Reviews NONE = new Reviews(null, 0, 0, List.of());

    public Reviews {
      by = List.copyOf(by);
    }

    Reviews plus(int score, Done done, boolean recorded) {
      var all = new ArrayList<>(by);
      if (!recorded) {
        all.add(done.by());
      }
      return new Reviews(first == null ? done : first, count + 1, scoreSum + score, all);
    }
  }

  /**
   * @param number of the deliberation that brought it
   * @param from first day
   * @param until last day
   */
  public record Agreement(
      int number,
      List<String> parties,
      @Nullable String partiesRef,
      String objectRef,
      LocalDate from,
      LocalDate until) {}

  public Deliberation {
    agreements = List.copyOf(agreements);
  }

  /** The step that is next; a complete one may be reviewed by more people. */
  public DeliberationStep next() {
    if (meeting == null) {
      return DeliberationStep.MEETING;
    }
    if (consultation == null) {
      return DeliberationStep.CONSULT;
    }
    return task == null ? DeliberationStep.ACT : DeliberationStep.REVIEW;
  }

  boolean isComplete() {
    return reviews.first() != null;
  }

  Deliberation with(Meeting held) {
    return new Deliberation(
        number,
        matter,
        topicRef,
        venueRef,
        meetingAt,
        raised,
        held,
        consultation,
        task,
        reviews,
        agreements);
  }

  Deliberation with(Consultation consulted) {
    return new Deliberation(
        number,
        matter,
        topicRef,
        venueRef,
        meetingAt,
        raised,
        meeting,
        consulted,
        task,
        reviews,
        agreements);
  }

  Deliberation with(Task taken) {
    return new Deliberation(
        number,
        matter,
        topicRef,
        venueRef,
        meetingAt,
        raised,
        meeting,
        consultation,
        taken,
        reviews,
        agreements);
  }

  Deliberation with(Reviews more) {
    return new Deliberation(
        number,
        matter,
        topicRef,
        venueRef,
        meetingAt,
        raised,
        meeting,
        consultation,
        task,
        more,
        agreements);
  }

  Deliberation plus(Agreement agreement) {
    var all = new ArrayList<>(agreements);
    all.add(agreement);
    return new Deliberation(
        number,
        matter,
        topicRef,
        venueRef,
        meetingAt,
        raised,
        meeting,
        consultation,
        task,
        reviews,
        all);
  }
}
